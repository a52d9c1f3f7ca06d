package io.github.tapvirtuous.sync.plan;

import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableSchema;

/**
 * A stream that is to be read.
 *
 * @param schema of its rows, and by which of them only changed rows may be read
 */
public record Wanted(String stream, Table table, TableSchema schema) {}
