package io.github.tapvirtuous.table;

import java.util.List;

/**
 * The columns of one stream, in the order in which they are announced.
 *
 * @param columns unique names, the key among them
 * @param key the name of the column that identifies a row: never null in a record
 */
public record TableSchema(List<Column> columns, String key) {
  public TableSchema {
    columns = List.copyOf(columns);
  }

  /** Whether this is the key, whose type admits no null. */
  public boolean isKey(Column column) {
    return column.name().equals(key);
  }
}
