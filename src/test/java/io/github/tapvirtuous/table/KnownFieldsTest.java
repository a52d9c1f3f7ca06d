package io.github.tapvirtuous.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

final class KnownFieldsTest {
  static List<Table> tables() {
    return TableMap.all();
  }

  static Stream<Table> tablesOfObjects() {
    return TableMap.all().stream().filter(table -> !table.isValueArray());
  }

  static Stream<Table> datedTables() {
    return TableMap.all().stream().filter(table -> !table.modifiedField().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void every_table_has_a_file_with_its_key_first(Table table) {
    var first = KnownFields.of(table, DateTimes.TIMESTAMP).get(0);

    var type = table.isValueArray() ? FieldType.STRING : FieldType.INTEGER;
    assertThat(first).isEqualTo(new Column(table.key(), type));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void a_file_is_read_as_it_stands(Table table) {
    var file = Json.resource("/fields/" + table.name() + ".json");
    var columns = KnownFields.of(table, DateTimes.TIMESTAMP);

    assertThat(columns).hasSize(file.size());
    assertThat(columns)
        .allSatisfy(
            column ->
                assertThat(file.path(column.name()).asString())
                    .isEqualTo(column.type().name().toLowerCase(Locale.ROOT)));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void indexes_and_other_spellings_lead_to_known_fields(Table table) {
    var names = byName(KnownFields.of(table, DateTimes.TIMESTAMP)).keySet();

    assertThat(names).containsAll(table.indexes());
    assertThat(names).containsAll(table.spellings().values());
    assertThat(names).noneMatch(table.spellings()::containsKey);
  }

  @ParameterizedTest
  @MethodSource("datedTables")
  void a_modified_field_is_a_known_time_that_all_recorded_rows_have(Table table) {
    var field = table.modifiedField();

    assertThat(KnownFields.of(table, DateTimes.TIMESTAMP))
        .contains(new Column(field, FieldType.TIMESTAMP));
    assertThat(Json.reply(table.name())).allMatch(row -> row.path(field).isString());
  }

  @ParameterizedTest
  @MethodSource("tablesOfObjects")
  void no_recorded_reply_has_a_field_that_is_not_known(Table table) {
    var names = byName(KnownFields.of(table, DateTimes.TIMESTAMP)).keySet();

    assertThat(Json.reply(table.name()))
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(names)
                    .containsAll(row.propertyNames().stream().map(table::column).toList()));
  }

  @ParameterizedTest
  @MethodSource("tablesOfObjects")
  void no_recorded_reply_contradicts_a_known_type(Table table) {
    var known = KnownFields.of(table, DateTimes.TIMESTAMP);
    var samples = Json.reply(table.name());

    var schema = new SchemaInference(table, known, DateTimes.TIMESTAMP).infer(samples);

    assertThat(samples).isNotEmpty();
    assertThat(schema.columns()).startsWith(known.toArray(Column[]::new));
  }

  @ParameterizedTest
  @MethodSource("tablesOfObjects")
  void what_a_recorded_reply_shows_by_itself_fits_into_the_known_types(Table table) {
    var known = byName(KnownFields.of(table, DateTimes.TIMESTAMP));
    var samples = Json.reply(table.name());

    var inferred = new SchemaInference(table, List.of(), DateTimes.TIMESTAMP).infer(samples);

    for (var column : inferred.columns()) {
      if (known.containsKey(column.name()) && anyValue(samples, column.name())) {
        assertThat(compatible(column.type(), known.get(column.name()).type()))
            .as("%s is %s, known as %s", column.name(), column.type(), known.get(column.name()))
            .isTrue();
      }
    }
  }

  /** Text may be a known timestamp, and a number a known integer: samples alone do not prove it. */
  private static boolean compatible(FieldType inferred, FieldType known) {
    return switch (known) {
      case INTEGER -> inferred == FieldType.INTEGER || inferred == FieldType.NUMBER;
      case TIMESTAMP -> inferred == FieldType.TIMESTAMP || inferred == FieldType.STRING;
      default -> inferred == known;
    };
  }

  private static boolean anyValue(List<JsonNode> rows, String name) {
    return rows.stream().anyMatch(row -> !row.path(name).isNull() && row.has(name));
  }

  @Test
  void timestamps_are_text_when_date_times_stay_as_they_came() {
    var gifts = TableMap.named("gifts").orElseThrow();

    assertThat(byName(KnownFields.of(gifts, DateTimes.TIMESTAMP)).get("giftDate"))
        .isEqualTo(new Column("giftDate", FieldType.TIMESTAMP));
    assertThat(KnownFields.of(gifts, DateTimes.TEXT))
        .contains(new Column("giftDate", FieldType.STRING))
        .noneMatch(column -> column.type() == FieldType.TIMESTAMP);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void every_known_name_can_be_a_column(Table table) {
    var names = new ColumnNames(table.name(), List.of());

    assertThat(KnownFields.of(table, DateTimes.TIMESTAMP))
        .allMatch(column -> names.admit(column.name()));
  }

  private static Map<String, Column> byName(List<Column> columns) {
    return columns.stream().collect(Collectors.toMap(Column::name, Function.identity()));
  }
}
