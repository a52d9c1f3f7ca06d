package io.github.tapvirtuous.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonSchemasTest {
  @Test
  void writes_each_type_in_words_that_every_target_understands() {
    var key = new Column("id", FieldType.INTEGER);
    var oneOfEach =
        Arrays.stream(FieldType.values())
            .map(type -> new Column(type.name().toLowerCase(Locale.ROOT), type));
    var schema = new TableSchema(Stream.concat(Stream.of(key), oneOfEach).toList(), "id");

    assertThat(JsonSchemas.toJson(schema).toString())
        .isEqualTo(
            """
            {"type":"object","properties":{\
            "id":{"type":["integer"]},\
            "integer":{"type":["null","integer"]},\
            "number":{"type":["null","number"]},\
            "boolean":{"type":["null","boolean"]},\
            "string":{"type":["null","string"]},\
            "timestamp":{"type":["null","string"],"format":"date-time"},\
            "object":{"type":["null","object"]},\
            "array":{"type":["null","array"]}}}""");
  }

  @Test
  void reads_back_what_it_wrote_for_every_table() {
    for (var table : TableMap.all()) {
      var schema = new TableSchema(KnownFields.of(table, DateTimes.TIMESTAMP), table.key());

      var read = JsonSchemas.fromJson(JsonSchemas.toJson(schema), table.key());

      assertThat(read).contains(schema);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\":\"integer\"}                                        | INTEGER",
        "{\"type\":[\"integer\",\"null\"]}                             | INTEGER",
        "{\"type\":[\"null\",\"boolean\",\"string\"]}                  | BOOLEAN",
        "{\"type\":[\"null\",\"string\",\"integer\"]}                  | STRING",
        "{\"type\":[\"date\",\"number\"]}                              | NUMBER",
        "{\"type\":\"string\",\"format\":\"date-time\"}                | TIMESTAMP",
        "{\"type\":\"string\",\"format\":\"date\"}                     | STRING",
        "{\"type\":\"string\",\"format\":\"uuid\"}                     | STRING",
        "{\"type\":\"integer\",\"format\":\"date-time\"}               | INTEGER",
        "{\"type\":[\"null\",\"object\"],\"properties\":{\"a\":{}}}    | OBJECT",
        "{\"type\":\"array\",\"items\":{\"type\":\"string\"}}          | ARRAY",
        "{\"anyOf\":[{\"type\":\"null\"},{\"type\":\"number\"}]}       | NUMBER",
        "{\"oneOf\":[{\"type\":[\"null\",\"array\"]}]}                 | ARRAY",
        "{\"anyOf\":[{\"type\":\"string\",\"format\":\"date-time\"},{\"type\":\"string\"}]} | TIMESTAMP",
        "{\"anyOf\":[{\"oneOf\":[{\"type\":\"boolean\"}]}]}            | BOOLEAN",
        "{\"type\":\"null\",\"anyOf\":[{\"type\":\"boolean\"}]}        | BOOLEAN",
        "{\"type\":[\"null\"]}                                         | STRING",
        "{\"type\":\"null\"}                                           | STRING",
        "{\"type\":\"decimal\"}                                        | STRING",
        "{\"type\":[]}                                                 | STRING",
        "{\"type\":5}                                                  | STRING",
        "{\"type\":{\"a\":1}}                                          | STRING",
        "{\"type\":[[\"integer\"],7,null]}                             | STRING",
        "{\"type\":\"string\",\"format\":[]}                           | STRING",
        "{\"type\":\"string\",\"format\":null}                         | STRING",
        "{\"anyOf\":{\"type\":\"integer\"}}                            | STRING",
        "{\"anyOf\":[]}                                                | STRING",
        "{\"anyOf\":[7,null]}                                          | STRING",
        "{\"$ref\":\"#/definitions/a\"}                                | STRING",
        "{}                                                            | STRING",
        "true                                                          | STRING",
        "null                                                          | STRING",
        "[1]                                                           | STRING",
        "\"integer\"                                                   | STRING"
      })
  void reads_a_foreign_property_as_one_of_the_seven(String property, FieldType expected) {
    var schema =
        Json.value("{\"properties\":{\"id\":{\"type\":\"integer\"},\"x\":" + property + "}}");

    var read = JsonSchemas.fromJson(schema, "id").orElseThrow();

    assertThat(read.columns())
        .containsExactly(new Column("id", FieldType.INTEGER), new Column("x", expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "[]", "\"x\"", "{}", "{\"properties\":[]}"})
  void a_schema_without_properties_is_none(String schema) {
    assertThat(JsonSchemas.fromJson(Json.value(schema), "id")).isEmpty();
  }
}
