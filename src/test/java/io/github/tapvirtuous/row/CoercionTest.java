package io.github.tapvirtuous.row;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.table.FieldType;
import io.github.tapvirtuous.testing.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CoercionTest {
  /** Reads: {@code =} is written as it came, {@code -} does not fit and becomes null. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # value                | integer   | number  | boolean | string        | timestamp              | object  | array
          null                   | =         | =       | =       | =             | =                      | =       | =
          true                   | -         | -       | =       | "true"        | -                      | -       | -
          false                  | -         | -       | =       | "false"       | -                      | -       | -
          0                      | =         | =       | false   | "0"           | -                      | -       | -
          1                      | =         | =       | true    | "1"           | -                      | -       | -
          2                      | =         | =       | -       | "2"           | -                      | -       | -
          -1                     | =         | =       | -       | "-1"          | -                      | -       | -
          -0                     | 0         | =       | false   | "-0"          | -                      | -       | -
          1.0                    | 1         | =       | true    | "1.0"         | -                      | -       | -
          -0.0                   | 0         | =       | false   | "-0.0"        | -                      | -       | -
          1.50                   | -         | =       | -       | "1.50"        | -                      | -       | -
          0.0000001              | -         | =       | -       | "0.0000001"   | -                      | -       | -
          1e2                    | 100       | 100     | -       | "1e2"         | -                      | -       | -
          1.5E+1                 | 15        | 15      | -       | "1.5E+1"      | -                      | -       | -
          25e-1                  | -         | 2.5     | -       | "25e-1"       | -                      | -       | -
          1e64                   | -         | -       | -       | "1e64"        | -                      | -       | -
          1e999999999            | -         | -       | -       | "1e999999999" | -                      | -       | -
          9223372036854775807    | =         | =       | -       | "9223372036854775807"  | -             | -       | -
          9223372036854775808    | -         | =       | -       | "9223372036854775808"  | -             | -       | -
          -9223372036854775807   | =         | =       | -       | "-9223372036854775807" | -             | -       | -
          -9223372036854775808   | -         | =       | -       | "-9223372036854775808" | -             | -       | -
          12345678901234567890.12| -         | =       | -       | "12345678901234567890.12" | -          | -       | -
          "123"                  | 123       | 123     | -       | =             | -                      | -       | -
          "1"                    | 1         | 1       | true    | =             | -                      | -       | -
          "0.0"                  | 0         | 0.0     | false   | =             | -                      | -       | -
          "12.50"                | -         | 12.50   | -       | =             | -                      | -       | -
          "1e2"                  | 100       | 100     | -       | =             | -                      | -       | -
          "007"                  | -         | -       | -       | =             | -                      | -       | -
          " 7"                   | -         | -       | -       | =             | -                      | -       | -
          "+7"                   | -         | -       | -       | =             | -                      | -       | -
          "$7.00"                | -         | -       | -       | =             | -                      | -       | -
          "NaN"                  | -         | -       | -       | =             | -                      | -       | -
          "TRUE"                 | -         | -       | true    | =             | -                      | -       | -
          "False"                | -         | -       | false   | =             | -                      | -       | -
          "yes"                  | -         | -       | -       | =             | -                      | -       | -
          ""                     | -         | -       | -       | =             | null                   | -       | -
          "null"                 | -         | -       | -       | =             | -                      | -       | -
          "Unavailable"          | -         | -       | -       | =             | null                   | -       | -
          "0001-01-01T00:00:00"  | -         | -       | -       | =             | null                   | -       | -
          "2024-06-01"           | -         | -       | -       | =             | "2024-06-01T00:00:00Z" | -       | -
          "2024-06-01T12:00:00"  | -         | -       | -       | =             | "2024-06-01T12:00:00Z" | -       | -
          "2024-06-01T12:00:00Z" | -         | -       | -       | =             | =                      | -       | -
          "2024-06-01T12:00+02:00" | -       | -       | -       | =             | "2024-06-01T10:00:00Z" | -       | -
          "2024-06-01T12:00:00.123456789Z" | - | -     | -       | =             | "2024-06-01T12:00:00.123456Z" | - | -
          "6/1/2024"             | -         | -       | -       | =             | -                      | -       | -
          {}                     | -         | -       | -       | "{}"          | -                      | =       | -
          {"a":[1.50,"b"]}       | -         | -       | -       | "{\\"a\\":[1.50,\\"b\\"]}" | -         | =       | -
          []                     | -         | -       | -       | "[]"          | -                      | -       | =
          [{"a":null},true]      | -         | -       | -       | "[{\\"a\\":null},true]" | -            | -       | =
          """)
  @Rule("REC-6")
  void every_value_in_every_type_of_column(
      String value,
      String integer,
      String number,
      String bool,
      String string,
      String timestamp,
      String object,
      String array) {
    check(FieldType.INTEGER, value, integer);
    check(FieldType.NUMBER, value, number);
    check(FieldType.BOOLEAN, value, bool);
    check(FieldType.STRING, value, string);
    check(FieldType.TIMESTAMP, value, timestamp);
    check(FieldType.OBJECT, value, object);
    check(FieldType.ARRAY, value, array);
  }

  private static void check(FieldType type, String value, String expected) {
    var written =
        switch (expected) {
          case "=" -> value;
          case "-" -> Rendering.MISMATCH;
          default -> expected;
        };
    assertThat(Rendering.value(type, value)).as("%s in %s", value, type).isEqualTo(written);
  }
}
