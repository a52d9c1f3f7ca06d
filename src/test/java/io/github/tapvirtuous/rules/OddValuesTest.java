package io.github.tapvirtuous.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import io.github.tapvirtuous.testing.output.SingerOutput;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Values that no column was made for: what leaves is valid all the same, under every draft. */
final class OddValuesTest {
  private static final Path CATALOG = Path.of("catalog.sample.json");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "\"FALSE\"",
          "0",
          "-0.0",
          "7",
          "7.0",
          "1e2",
          "1.5",
          "\"7.0\"",
          "\"1.50\"",
          "12345678901234567890.12",
          "9223372036854775808",
          "\"NaN\"",
          "\"Infinity\"",
          "\"\"",
          "\"N/A\"",
          "\"2024-01-02\"",
          "\"2024-02-30T00:00:00Z\"",
          "\"2024-01-02T03:04:05\"",
          "\"2024-01-02T03:04:05.1234567-05:00\"",
          "\"0001-01-01T00:00:00\"",
          "\"9999-12-31T23:59:59.9999999-05:00\"",
          "\"1/2/2024\"",
          "\"half \\ud83c nul \\u0000 line \\u2028\"",
          "[]",
          "[7.0,[null,1e99]]",
          "{}",
          "{\"a\":{\"b\":[\"\\udf81\"]}}");

  /** Numbers that no reader could hold: null stands in their place, and they are counted. */
  private static final List<String> LOST = List.of("1e400", "[7.0,[null,1e999]]");

  @RegisterExtension private final Tap tap = new Tap();

  /** In each row of a table all columns but the key have the same value. */
  private static StandInBuilder oddRows() throws IOException {
    var standIn = StandIn.builder();
    for (var stream : StrictJson.of(Files.readString(CATALOG)).path("streams")) {
      var table = TableMap.named(stream.path("stream").stringValue()).orElseThrow();
      var columns = stream.path("schema").path("properties").propertyNames();
      standIn.rows(
          table.name(),
          table.isValueArray()
              ? new String[] {"null", "\"Mail\"", "\"half \\ud83c\"", "\"Mail\""}
              : oddRows(table, columns));
    }
    return standIn;
  }

  private static String[] oddRows(Table table, Collection<String> columns) {
    var values = Stream.concat(VALUES.stream(), LOST.stream()).toList();
    return IntStream.range(0, values.size())
        .mapToObj(
            row ->
                row(
                    table.key(),
                    row + 1,
                    columns.stream()
                        .filter(column -> !column.equals(table.key()))
                        .map(column -> field(column, values.get(row)))))
        .toArray(String[]::new);
  }

  private static String row(String key, int id, Stream<String> fields) {
    return fields.collect(Collectors.joining(",", "{" + field(key, id) + ",", "}"));
  }

  private static String field(String name, Object value) {
    return "\"" + name + "\":" + value;
  }

  private static void assertAllCame(TapRun run) {
    assertThat(run.exitCode()).as(run.logText()).isZero();
    assertThat(run.streams()).containsExactlyInAnyOrderElementsOf(TableMap.names());
    for (var table : TableMap.all()) {
      assertThat(run.records(table.name()))
          .as(table.name())
          .hasSize(table.isValueArray() ? 2 : VALUES.size() + LOST.size());
    }
    SingerOutput.check(run.stdout());
  }

  @Test
  @Rule({"SCH-12", "REC-2", "REC-9", "OUT-6"})
  void leave_the_columns_of_a_catalog_valid() throws IOException {
    assertAllCame(tap.serves(oddRows()).sync("--catalog", CATALOG.toString()));
  }

  @Test
  @Rule({"SCH-3", "SCH-5", "SCH-6", "SCH-12", "REC-2"})
  void make_valid_columns_of_those_in_which_they_are_found() throws IOException {
    assertAllCame(tap.serves(oddRows()).sync());
  }

  /** Values of one column, and its name: endings of names make a difference. */
  private record Pair(String column, String one, String other) {
    static Stream<Pair> all() {
      return IntStream.range(0, VALUES.size() * VALUES.size())
          .mapToObj(
              both ->
                  new Pair(
                      "c" + both,
                      VALUES.get(both / VALUES.size()),
                      VALUES.get(both % VALUES.size())))
          .flatMap(pair -> Stream.of("", "Id", "Utc").map(pair::ending));
    }

    private Pair ending(String end) {
      return new Pair(column + end, one, other);
    }
  }

  @Test
  @Rule({"SCH-5", "REC-2", "REC-4"})
  void make_one_column_of_any_two_that_loses_neither() {
    var first = row("id", 1, Pair.all().map(pair -> field(pair.column(), pair.one())));
    var second = row("id", 2, Pair.all().map(pair -> field(pair.column(), pair.other())));
    tap.tables("gifts")
        .set("type_mismatch", "\"fail\"")
        .serves(StandIn.builder().rows("gifts", first, second, "{\"id\":3}"));

    var run = tap.sync();

    assertThat(run.ids("gifts")).as(run.logText()).containsExactly(1L, 2L, 3L);
    assertThat(run.schema("gifts").at("/schema/properties").size())
        .isGreaterThan(3 * VALUES.size() * VALUES.size());
    SingerOutput.check(run.stdout());
  }
}
