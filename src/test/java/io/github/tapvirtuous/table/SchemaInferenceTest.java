package io.github.tapvirtuous.table;

import static io.github.tapvirtuous.table.FieldType.ARRAY;
import static io.github.tapvirtuous.table.FieldType.BOOLEAN;
import static io.github.tapvirtuous.table.FieldType.INTEGER;
import static io.github.tapvirtuous.table.FieldType.NUMBER;
import static io.github.tapvirtuous.table.FieldType.OBJECT;
import static io.github.tapvirtuous.table.FieldType.STRING;
import static io.github.tapvirtuous.table.FieldType.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.LogLines;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

final class SchemaInferenceTest {
  private static final Table GIFTS = TableMap.named("gifts").orElseThrow();
  private static final Column ID = new Column("id", INTEGER);

  @RegisterExtension private final LogLines log = new LogLines();

  @Test
  void an_empty_table_still_has_the_known_fields() {
    var schema = new SchemaInference(GIFTS, DateTimes.TIMESTAMP).infer(List.of());

    assertThat(schema.columns()).isEqualTo(KnownFields.of(GIFTS, DateTimes.TIMESTAMP));
    assertThat(schema.key()).isEqualTo("id");
  }

  @Test
  void known_fields_come_first_and_others_in_the_order_seen() {
    var schema =
        infer(
            List.of(ID, new Column("amount", NUMBER)),
            "{\"zebra\":\"z\",\"amount\":1,\"id\":7}",
            "{\"apple\":\"a\",\"zebra\":\"z\"}");

    assertThat(schema.columns())
        .extracting(Column::name)
        .containsExactly("id", "amount", "zebra", "apple");
  }

  @Test
  void given_columns_keep_their_types_and_others_are_inferred_behind_them() {
    var given =
        new TableSchema(
            List.of(ID, new Column("amount", NUMBER), new Column("customFields", ARRAY)), "id");
    var samples =
        List.of(
            Json.value("{\"mood\":1,\"customFields\":{},\"amount\":\"x\",\"moodId\":1,\"ID\":2}"),
            Json.value("{\"mood\":\"good\",\"seenUtc\":\"2026-01-01T00:00:00\"}"));

    var schema = new SchemaInference(GIFTS, DateTimes.TIMESTAMP).beyond(given, samples);

    assertThat(schema.columns().subList(0, 3)).isEqualTo(given.columns());
    assertThat(schema.columns().subList(3, schema.columns().size()))
        .containsExactly(
            new Column("mood", STRING),
            new Column("moodId", INTEGER),
            new Column("seenUtc", TIMESTAMP));
    assertThat(log.messages()).singleElement().asString().contains("\"ID\" is left out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "total    | 100               | 200             | NUMBER",
        "total    | 100               | 100.50          | NUMBER",
        "total    | 100               | \"100\"         | STRING",
        "total    | null              | null            | STRING",
        "total    | null              | true            | BOOLEAN",
        "total    | 1                 | true            | STRING",
        "total    | {}                | null            | OBJECT",
        "total    | []                | [1]             | ARRAY",
        "total    | {}                | []              | STRING",
        "total    | {}                | 1               | STRING",
        "boxId    | 1                 | null            | INTEGER",
        "boxId    | 1                 | 1.5             | NUMBER",
        "boxId    | 1.0               | 2               | NUMBER",
        "boxId    | 1                 | \"a\"           | STRING",
        "boxId    | 9223372036854775807  | 1            | INTEGER",
        "boxId    | 9223372036854775808  | 1            | NUMBER",
        "boxId    | null              | null            | STRING",
        "Boxid    | 1                 | 2               | NUMBER",
        "seenUtc  | \"2024-01-01T00:00:00\" | null      | TIMESTAMP",
        "seenUtc  | \"2024-01-01T00:00:00\" | \"\"      | TIMESTAMP",
        "seenUtc  | \"2024-01-01T00:00:00\" | \"soon\"  | STRING",
        "seenUtc  | \"2024-01-01T00:00:00\" | 5         | STRING",
        "seenUtc  | \"\"              | null            | STRING",
        "seenUtc  | \"\"              | 5               | STRING",
        "seenUtc  | \"Unavailable\"   | true            | STRING",
        "seenUtc  | \"0001-01-01T00:00:00\" | []        | STRING",
        "seen     | \"2024-01-01T00:00:00\" | null      | STRING"
      })
  void samples_alone_show_a_type(String name, String oldest, String newest, FieldType expected) {
    var rows = new String[] {row(name, oldest), row(name, newest)};
    var turned = new String[] {rows[1], rows[0]};

    assertThat(typeOf(infer(List.of(ID), rows), name)).isEqualTo(expected);
    assertThat(typeOf(infer(List.of(ID), turned), name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "INTEGER   | \"123\"          | INTEGER",
        "INTEGER   | 1.0              | INTEGER",
        "INTEGER   | null             | INTEGER",
        "INTEGER   | 1.5              | NUMBER",
        "INTEGER   | 9223372036854775808 | NUMBER",
        "INTEGER   | \"abc\"          | STRING",
        "INTEGER   | true             | STRING",
        "NUMBER    | \"10.50\"        | NUMBER",
        "NUMBER    | \"$10.50\"       | STRING",
        "BOOLEAN   | 1                | BOOLEAN",
        "BOOLEAN   | \"true\"         | BOOLEAN",
        "BOOLEAN   | 2                | STRING",
        "STRING    | 5                | STRING",
        "STRING    | {}               | STRING",
        "TIMESTAMP | \"\"             | TIMESTAMP",
        "TIMESTAMP | \"Unavailable\"  | TIMESTAMP",
        "TIMESTAMP | \"0001-01-01T00:00:00\" | TIMESTAMP",
        "TIMESTAMP | \"12/15/2024\"   | STRING",
        "OBJECT    | []               | STRING",
        "ARRAY     | {}               | STRING",
        "ARRAY     | \"none\"         | STRING"
      })
  void a_known_type_wins_unless_a_sample_contradicts_it(
      FieldType known, String sample, FieldType expected) {
    var columns = List.of(ID, new Column("field", known));

    assertThat(typeOf(infer(columns, row("field", sample)), "field")).isEqualTo(expected);
  }

  @Test
  void the_key_is_an_integer_or_text() {
    assertThat(typeOf(infer(List.of(ID), "{\"id\":1.5}"), "id")).isEqualTo(STRING);
    assertThat(typeOf(infer(List.of(ID), "{\"id\":\"a-1\"}"), "id")).isEqualTo(STRING);
    assertThat(typeOf(infer(List.of(ID), "{\"id\":\"17\"}"), "id")).isEqualTo(INTEGER);
  }

  @Test
  void no_timestamps_are_found_when_date_times_stay_text() {
    var samples = Json.rows("{\"seenUtc\":\"2024-01-01T00:00:00\"}");

    var schema = new SchemaInference(GIFTS, DateTimes.TEXT).infer(samples);

    assertThat(typeOf(schema, "seenUtc")).isEqualTo(STRING);
    assertThat(schema.columns()).noneMatch(column -> column.type() == TIMESTAMP);
  }

  @Test
  void of_names_that_differ_only_in_case_the_first_wins() {
    var schema =
        infer(List.of(ID), "{\"ID\":\"x\",\"Box\":1,\"box\":\"x\"}", "{\"box\":true,\"Box\":2}");

    assertThat(schema.columns()).containsExactly(ID, new Column("Box", NUMBER));
    assertThat(log.messages())
        .containsExactly(
            "gifts: the field \"ID\" is left out: it differs from \"id\" in nothing but case.",
            "gifts: the field \"box\" is left out: it differs from \"Box\" in nothing but case.");
  }

  @Test
  void spellings_of_one_field_are_one_column() {
    var rows =
        Json.rows(
            "{\"startdateTimeUtc\":\"2024-03-01T00:00:00\"}", "{\"startDateTimeUtc\":\"soon\"}");
    var table = TableMap.named("communications").orElseThrow();

    var schema = new SchemaInference(table, List.of(), DateTimes.TIMESTAMP).infer(rows);

    assertThat(schema.columns()).containsExactly(new Column("startDateTimeUtc", STRING));
    assertThat(log.messages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a\\\"b",
        "a\\nb",
        "a\\u0000b",
        "a\\u0085b",
        "a123456789012345678901234567890123456789012345678901234567890123",
        "éééééééééééééééééééééééééééééééé"
      })
  void a_name_that_breaks_targets_is_left_out_and_warned_of_once(String name) {
    var row = "{\"" + name + "\":1,\"good name.1\":1}";

    var schema = infer(List.of(ID), row, row);

    assertThat(schema.columns()).containsExactly(ID, new Column("good name.1", NUMBER));
    assertThat(log.messages()).hasSize(1);
    assertThat(log.messages().get(0).chars()).noneMatch(Character::isISOControl);
  }

  @Test
  void a_name_with_half_a_character_is_left_out() {
    var row = JsonNodeFactory.instance.objectNode().put("a\ud800b", 1);

    var schema = new SchemaInference(GIFTS, List.of(ID), DateTimes.TIMESTAMP).infer(List.of(row));

    assertThat(schema.columns()).containsExactly(ID);
    assertThat(log.messages().get(0)).contains("\"a?b\"");
  }

  @Test
  void a_name_of_63_bytes_is_kept() {
    var name = "a".repeat(63);

    assertThat(typeOf(infer(List.of(ID), row(name, "true")), name)).isEqualTo(BOOLEAN);
    assertThat(log.messages()).isEmpty();
  }

  @Test
  void rows_that_are_no_objects_say_nothing() {
    var schema = infer(List.of(ID), "null", "7", "\"text\"", "[{\"box\":1}]", "{\"tags\":[]}");

    assertThat(schema.columns()).containsExactly(ID, new Column("tags", ARRAY));
  }

  @Test
  void a_value_array_has_its_value_and_its_position() {
    var channels = TableMap.named("channel_types").orElseThrow();

    var schema = new SchemaInference(channels, DateTimes.TIMESTAMP).infer(Json.rows("{\"a\":1}"));

    assertThat(schema.key()).isEqualTo("channel");
    assertThat(schema.columns())
        .containsExactly(new Column("channel", STRING), new Column("position", INTEGER));
  }

  @Test
  void objects_and_arrays_are_told_apart_as_recorded() {
    assertThat(typeOf(recorded("projects"), "customFields")).isEqualTo(OBJECT);
    assertThat(typeOf(recorded("gifts"), "customFields")).isEqualTo(ARRAY);
  }

  private static TableSchema recorded(String name) {
    var table = TableMap.named(name).orElseThrow();
    return new SchemaInference(table, DateTimes.TIMESTAMP).infer(Json.reply(name));
  }

  private static TableSchema infer(List<Column> known, String... rows) {
    return new SchemaInference(GIFTS, known, DateTimes.TIMESTAMP).infer(Json.rows(rows));
  }

  private static String row(String name, String value) {
    return "{\"" + name + "\":" + value + "}";
  }

  private static FieldType typeOf(TableSchema schema, String name) {
    return schema.columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow()
        .type();
  }
}
