package io.github.tapvirtuous.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The columns of one stream, in the order in which they are announced.
 *
 * @param columns unique names, the key among them
 * @param key the name of the column that identifies a row: never null in a record
 * @param replicationKey the name of the column by which changed rows alone may be read; empty where
 *     every read brings all rows
 */
public record TableSchema(List<Column> columns, String key, Optional<String> replicationKey) {
  public TableSchema {
    columns = List.copyOf(columns);
  }

  /** Of rows that are read whole. */
  public TableSchema(List<Column> columns, String key) {
    this(columns, key, Optional.empty());
  }

  /** The columns that are known of a table before a row has shown any. */
  public static TableSchema known(Table table) {
    return new TableSchema(KnownFields.of(table, DateTimes.TIMESTAMP), table.key());
  }

  /** With columns that were seen before: what is rare does not come and go. */
  public TableSchema joined(List<Column> seen) {
    var types = new LinkedHashMap<String, FieldType>();
    columns.forEach(column -> types.put(column.name(), column.type()));
    seen.forEach(column -> types.merge(column.name(), column.type(), FieldType::join));
    var all = types.entrySet().stream().map(each -> new Column(each.getKey(), each.getValue()));
    return new TableSchema(all.toList(), key, replicationKey);
  }

  /** Read by its modified date, if the table's rows can be asked for by that and have it. */
  public TableSchema incremental(Table table) {
    return new TableSchema(columns, key, table.replicationKey().filter(this::has));
  }

  private boolean has(String column) {
    return columns.stream().anyMatch(each -> each.name().equals(column));
  }

  /** Whether changed rows alone may be read. */
  public boolean isIncremental() {
    return replicationKey.isPresent();
  }

  /** Whether a column is read whatever is chosen. */
  public boolean isAutomatic(Column column) {
    return isKey(column) || replicationKey.filter(column.name()::equals).isPresent();
  }

  /** Whether this is the key, whose type admits no null. */
  public boolean isKey(Column column) {
    return column.name().equals(key);
  }
}
