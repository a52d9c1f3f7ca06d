package io.github.tapvirtuous.table;

import static io.github.tapvirtuous.table.FieldType.ARRAY;
import static io.github.tapvirtuous.table.FieldType.BOOLEAN;
import static io.github.tapvirtuous.table.FieldType.INTEGER;
import static io.github.tapvirtuous.table.FieldType.NUMBER;
import static io.github.tapvirtuous.table.FieldType.OBJECT;
import static io.github.tapvirtuous.table.FieldType.STRING;
import static io.github.tapvirtuous.table.FieldType.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.MissingNode;

final class FieldTypeTest {
  @Test
  void an_integer_and_a_number_join_to_number() {
    assertThat(INTEGER.join(NUMBER)).isEqualTo(NUMBER);
    assertThat(NUMBER.join(INTEGER)).isEqualTo(NUMBER);
  }

  @ParameterizedTest
  @CsvSource({
    "TIMESTAMP, STRING",
    "BOOLEAN, INTEGER",
    "BOOLEAN, NUMBER",
    "BOOLEAN, TIMESTAMP",
    "TIMESTAMP, INTEGER",
    "STRING, NUMBER",
    "OBJECT, STRING",
    "OBJECT, NUMBER",
    "ARRAY, BOOLEAN",
    "OBJECT, ARRAY"
  })
  void every_other_pair_joins_to_text(FieldType one, FieldType other) {
    assertThat(one.join(other)).isEqualTo(STRING);
    assertThat(other.join(one)).isEqualTo(STRING);
  }

  @Test
  void the_order_of_joins_does_not_matter() {
    for (var a : FieldType.values()) {
      assertThat(a.join(a)).isEqualTo(a);
      for (var b : FieldType.values()) {
        assertThat(Arrays.stream(FieldType.values()).map(c -> a.join(b).join(c)))
            .containsExactlyElementsOf(
                Arrays.stream(FieldType.values()).map(c -> a.join(b.join(c))).toList());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_type_holds_null_and_a_missing_value(FieldType type) {
    assertThat(type.holds(Json.value("null"))).isTrue();
    assertThat(type.holds(MissingNode.getInstance())).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "12                    | INTEGER NUMBER STRING",
        "1                     | INTEGER NUMBER BOOLEAN STRING",
        "0.0                   | INTEGER NUMBER BOOLEAN STRING",
        "1.5                   | NUMBER STRING",
        "9223372036854775807   | INTEGER NUMBER STRING",
        "9223372036854775808   | NUMBER STRING",
        "-9223372036854775808  | NUMBER STRING",
        "true                  | BOOLEAN STRING",
        "\"123\"               | INTEGER NUMBER STRING",
        "\"1\"                 | INTEGER NUMBER BOOLEAN STRING",
        "\"10.50\"             | NUMBER STRING",
        "\"$10.50\"            | STRING",
        "\"FALSE\"             | BOOLEAN STRING",
        "\"\"                  | STRING TIMESTAMP",
        "\"Unavailable\"       | STRING TIMESTAMP",
        "\"0001-01-01T00:00\"  | STRING TIMESTAMP",
        "\"2024-06-01T12:00\"  | STRING TIMESTAMP",
        "\"6/1/2024\"          | STRING",
        "{\"a\":1}             | STRING OBJECT",
        "[1]                   | STRING ARRAY"
      })
  void holds_what_it_takes_without_loss(String value, String types) {
    var holding =
        Arrays.stream(FieldType.values()).filter(type -> type.holds(Json.value(value.strip())));

    assertThat(holding.map(FieldType::name)).containsExactly(types.split(" "));
  }

  @Test
  void containers_are_objects_and_arrays() {
    assertThat(Arrays.stream(FieldType.values()).filter(FieldType::isContainer))
        .containsExactly(OBJECT, ARRAY);
    assertThat(BOOLEAN.isContainer() || TIMESTAMP.isContainer()).isFalse();
  }
}
