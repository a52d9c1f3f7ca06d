package io.github.tapvirtuous.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Finds the columns of a table: what is known of it, joined with what its samples show. */
public final class SchemaInference {
  private final Table table;
  private final List<Column> known;
  private final DateTimes dateTimes;

  public SchemaInference(Table table, DateTimes dateTimes) {
    this(table, KnownFields.of(table, dateTimes), dateTimes);
  }

  SchemaInference(Table table, List<Column> known, DateTimes dateTimes) {
    this.table = table;
    this.known = List.copyOf(known);
    this.dateTimes = dateTimes;
  }

  /**
   * Known fields first, then the others in the order in which they were seen.
   *
   * @param samples rows, the oldest first; what is no object among them says nothing
   */
  public TableSchema infer(Iterable<? extends JsonNode> samples) {
    return table.isValueArray() ? new TableSchema(known, table.key()) : join(samples);
  }

  /** The columns that nobody knows of before a row has shown them. */
  public List<Column> shown(TableSchema schema) {
    var names = known.stream().map(Column::name).collect(Collectors.toSet());
    return schema.columns().stream().filter(each -> !names.contains(each.name())).toList();
  }

  /**
   * These columns in the types that they have, and behind them what samples show besides.
   *
   * @param given of this table, whoever chose them
   */
  public TableSchema beyond(TableSchema given, Iterable<? extends JsonNode> samples) {
    var names = new ColumnNames(table.name(), given.columns().stream().map(Column::name).toList());
    var evidence = new LinkedHashMap<String, ColumnEvidence>();
    collect(samples, names, evidence);
    given.columns().forEach(column -> evidence.remove(column.name()));
    var others = evidence.values().stream().map(ColumnEvidence::column);
    return new TableSchema(
        Stream.concat(given.columns().stream(), others).toList(),
        given.key(),
        given.replicationKey());
  }

  private TableSchema join(Iterable<? extends JsonNode> samples) {
    var evidence = new LinkedHashMap<String, ColumnEvidence>();
    known.forEach(
        column -> evidence.put(column.name(), evidence(column.name(), Set.of(column.type()))));
    collect(samples, new ColumnNames(table.name(), evidence.keySet()), evidence);
    var columns = evidence.values().stream().map(ColumnEvidence::column).map(this::keySafe);
    return new TableSchema(columns.toList(), table.key());
  }

  private void collect(
      Iterable<? extends JsonNode> samples,
      ColumnNames names,
      Map<String, ColumnEvidence> evidence) {
    for (var row : samples) {
      for (var field : row.properties()) {
        var column = table.column(field.getKey());
        if (names.admit(column)) {
          evidence.computeIfAbsent(column, name -> evidence(name, Set.of())).add(field.getValue());
        }
      }
    }
  }

  private ColumnEvidence evidence(String name, Set<FieldType> known) {
    var isId = name.equals(table.key()) || name.endsWith("Id");
    var mayBeTime = dateTimes == DateTimes.TIMESTAMP && name.endsWith("Utc");
    return new ColumnEvidence(name, isId, mayBeTime, known);
  }

  private Column keySafe(Column column) {
    return !column.name().equals(table.key()) || column.type() == FieldType.INTEGER
        ? column
        : new Column(column.name(), FieldType.STRING);
  }
}
