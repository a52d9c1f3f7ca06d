package io.github.tapvirtuous.ecosystem.page;

import java.util.List;
import java.util.stream.Stream;

/**
 * A value that is somehow special.
 *
 * @param kind of its column
 * @param json as Virtuous has it
 */
record Specimen(Kind kind, String json) {
  static final List<Specimen> ALL =
      Stream.of(
              Kind.INTEGER.of("42", "-7", "9007199254740993", "9223372036854775807"),
              Kind.NUMBER.of("1234.50", "0.1", "100", "1234567890123.45", "1234567890123456.78"),
              Kind.NUMBER.of("12345678901234567890.12", "0.30000000000000004", "1e-7"),
              Kind.BOOLEAN.of("true", "false"),
              Kind.STRING.of("\"paid\"", "\"\"", "\"  \"", "\"007\"", "\"null\"", "\"\\\\N\""),
              Kind.STRING.of("\"Żółć 李 😀\"", "\"a\\tb\"", "\"a\\nb\"", "\"a\\r\\nb\""),
              Kind.STRING.of(
                  "\"a\\\\b\"", "\"'a', \\\"b\\\"; --\"", "\"a\\u2028b\"", "\"a\\u0000b\""),
              Kind.TIMESTAMP.of("\"2024-12-15T00:00:00\"", "\"2024-12-16T07:00:03.4533333\""),
              Kind.TIMESTAMP.of("\"2024-12-16T02:00:03-05:00\"", "\"1899-12-30T00:00:00Z\""),
              Kind.TIMESTAMP.of("\"9999-12-31T23:59:59.9999999\"", "\"0001-01-01T00:00:00\""),
              Kind.OBJECT.of("{}", "{\"a\": null, \"b\": {\"c\": \"\"}, \"é\": \"李\\n\"}"),
              Kind.OBJECT.of("{\"a\": 1.10}", "{\"a\": 12345678901234567890.12}"),
              Kind.OBJECT.of("{\"a\": 9007199254740993}"),
              Kind.ARRAY.of("[]", "[1, \"a\", null, {}]"))
          .flatMap(specimens -> specimens)
          .toList();

  /** The key of the row that has this specimen and no other. */
  int key() {
    return ALL.indexOf(this) + 1;
  }

  String row() {
    return "{\"id\":%d,\"%s\":%s}".formatted(key(), kind.field(), json);
  }
}
