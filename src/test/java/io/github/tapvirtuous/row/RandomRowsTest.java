package io.github.tapvirtuous.row;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.row.Findings.Kind;
import io.github.tapvirtuous.table.FieldType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Random rows, rendered and read back, say what an oracle made of trees and big decimals says. */
@Tag("slow")
final class RandomRowsTest {
  private static final int ROWS = 400;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void say_what_the_oracle_says(long seed) {
    var reply = reply(new RandomJson(seed), new Random(seed));
    var source = Oracle.EXACT.readTree(reply).path("list");

    var page = rendering().render(reply);

    var rows = Rendering.rows(page);
    assertThat(rows).hasSize(ROWS);
    for (int row = 0; row < ROWS; row++) {
      compare(source.path(row), Oracle.EXACT.readTree(rows.get(row)));
    }
    assertThat(page.findings().counts(Kind.MISMATCHED)).isEqualTo(mismatches(source));
  }

  private static Rendering rendering() {
    var rendering = Rendering.ofRows();
    for (var type : FieldType.values()) {
      rendering.with(type.name(), type);
    }
    return rendering;
  }

  private static String reply(RandomJson json, Random random) {
    var rows = new ArrayList<String>();
    for (int row = 0; row < ROWS; row++) {
      rows.add("{" + String.join(",", fields(json, random, row)) + json.gap() + "}");
    }
    return "{\"list\":[" + String.join(",", rows) + "]}";
  }

  private static List<String> fields(RandomJson json, Random random, int row) {
    var fields = new ArrayList<String>();
    fields.add("\"id\":" + row);
    fields.add("\"unknown\":" + json.value(3));
    for (var type : FieldType.values()) {
      if (json.below(10) > 0) {
        fields.add(json.gap() + "\"" + type + "\"" + json.gap() + ":" + json.gap() + json.value(3));
      }
    }
    if (json.below(3) == 0) {
      Collections.shuffle(fields, random);
    }
    return fields;
  }

  private static void compare(JsonNode source, JsonNode row) {
    assertThat(row.propertyNames())
        .containsExactlyInAnyOrder(
            "id", "INTEGER", "NUMBER", "BOOLEAN", "STRING", "TIMESTAMP", "OBJECT", "ARRAY");
    assertThat(row.path("id")).isEqualTo(source.path("id"));
    for (var type : FieldType.values()) {
      var given = source.path(type.name());
      var expected = given.isMissingNode() ? "null" : expected(type, given);
      assertThat(shown(type, row.path(type.name()), given))
          .as("%s: %s", type, given)
          .isEqualTo(expected);
    }
  }

  private static String expected(FieldType type, JsonNode given) {
    return Oracle.coerced(type, given).map(value -> shown(type, value, given)).orElse("null");
  }

  /** In one form for each value, whatever way there is to write it. */
  private static String shown(FieldType type, JsonNode value, JsonNode given) {
    if (value.isNull()) {
      return "null";
    }
    if (type == FieldType.STRING && !given.isString()) {
      var inner = value.isString() ? Oracle.EXACT.readTree(value.asString()) : value;
      return Oracle.clean(inner).toString();
    }
    return value.isNumber()
        ? value.decimalValue().stripTrailingZeros().toPlainString()
        : value.toString();
  }

  private static Map<String, Integer> mismatches(JsonNode source) {
    var counts = new TreeMap<String, Integer>();
    for (var row : source) {
      for (var type : FieldType.values()) {
        var given = row.path(type.name());
        if (!given.isMissingNode() && Oracle.coerced(type, given).isEmpty()) {
          counts.merge(type.name(), 1, Integer::sum);
        }
      }
    }
    return counts;
  }
}
