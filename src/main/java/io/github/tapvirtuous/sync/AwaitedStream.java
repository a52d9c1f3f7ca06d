package io.github.tapvirtuous.sync;

import io.github.tapvirtuous.table.Table;
import java.util.function.Supplier;

/**
 * A stream before its turn.
 *
 * @param name in the output
 * @param prepare makes it ready: may ask Virtuous for its schema, and sends its first requests
 */
record AwaitedStream(String name, Table table, Supplier<PreparedStream> prepare) {}
