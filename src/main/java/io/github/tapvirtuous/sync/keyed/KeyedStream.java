package io.github.tapvirtuous.sync.keyed;

import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableSchema;
import java.util.Optional;
import java.util.Set;

/**
 * A stream whose events are read.
 *
 * @param name in the output
 * @param schema of its whole rows; empty where the rows that come are to show it
 * @param isChosen whether somebody chose its columns: then no others leave
 * @param deselected columns that were left out: known, but not read
 */
public record KeyedStream(
    String name,
    Table table,
    Optional<TableSchema> schema,
    boolean isChosen,
    Set<String> deselected) {
  public KeyedStream {
    deselected = Set.copyOf(deselected);
  }
}
