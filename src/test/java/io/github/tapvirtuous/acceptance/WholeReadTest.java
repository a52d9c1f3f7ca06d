package io.github.tapvirtuous.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.airbyte.AirbyteOutput;
import io.github.tapvirtuous.testing.airbyte.ConfiguredCatalog;
import io.github.tapvirtuous.testing.airbyte.Destination;
import io.github.tapvirtuous.testing.airbyte.Source;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Reads without a state, and reads that are to start anew: all rows, each as it is. */
final class WholeReadTest {
  @RegisterExtension private final Tap tap = new Tap().set("page_size", 10);

  private final Source source = Source.inProcess(tap);

  private ConfiguredCatalog allIn(String mode) {
    var discovered = source.discover().well().output().catalog();
    return mode.equals("incremental")
        ? ConfiguredCatalog.incremental(discovered)
        : ConfiguredCatalog.fullRefresh(discovered);
  }

  @ParameterizedTest
  @CsvSource({"full_refresh", "incremental"})
  void a_first_read_brings_all_rows_of_all_tables_as_they_are(String mode) {
    tap.serves(StandIn.builder().allRows(25, 3));
    var catalog = allIn(mode);

    var run = source.read(catalog).well();

    var destination = new Destination(catalog).load(run.output());
    assertThat(StoredRows.differences(destination, catalog, tap.standIn())).isEmpty();
    assertThat(catalog.json().path("streams")).hasSize(TableMap.names().size());
  }

  @Test
  void recorded_rows_come_as_they_are_too() {
    var catalog = allIn("full_refresh");

    var run = source.read(catalog).well();

    var destination = new Destination(catalog).load(run.output());
    assertThat(StoredRows.differences(destination, catalog, tap.standIn())).isEmpty();
  }

  @Test
  void a_full_refresh_brings_the_same_rows_each_time_whatever_the_state() {
    tap.tables("gifts", "segments", "channel_types")
        .serves(StandIn.builder().clock(tap.clock()).rows("gifts", 35, 1));
    var catalog = allIn("full_refresh");

    var first = source.read(catalog).well().output();
    var second = source.read(catalog).well().output();
    var third = source.read(catalog, second.lastStates()).well().output();

    assertThat(rows(second)).isEqualTo(rows(first)).hasSizeGreaterThan(35);
    assertThat(rows(third)).isEqualTo(rows(first));
  }

  private static List<String> rows(AirbyteOutput output) {
    return output.records().stream()
        .map(each -> each.path("stream") + " " + each.path("data"))
        .toList();
  }

  @Test
  void money_keeps_its_digits_and_text_what_a_line_can_hold() {
    tap.tables("gifts")
        .serves(
            StandIn.builder()
                .rows(
                    "gifts",
                    "{\"id\":1,\"amount\":12345678901234567.10,\"contactName\":\"Zo\u00eb\"}",
                    "{\"id\":2,\"amount\":0.10,\"contactName\":\"a\\u0000b\\ud83c\"}"));

    var output = source.read(allIn("full_refresh")).well().output();

    assertThat(output.text())
        .contains("\"amount\":12345678901234567.10,", "\"amount\":0.10,", "Zo\u00eb")
        .doesNotContain("\\u0000", "\\ud83c", "\\uD83C");
  }

  @Test
  void a_value_that_did_not_fit_is_null_and_named() {
    tap.tables("gifts").serves(StandIn.builder().ids("gifts", 1, 2));
    var catalog = allIn("full_refresh");
    tap.standIn().insert("gifts", "{\"id\":3,\"amount\":\"much\",\"contactId\":1.5}");

    var output = source.read(catalog).well().output();

    assertThat(output.changes("gifts"))
        .extracting(JsonNode::toString)
        .containsExactlyInAnyOrder(nulled("amount"), nulled("contactId"));
    assertThat(output.rows("gifts").get(2).path("amount").isNull()).isTrue();
    assertThat(output.text()).doesNotContain("much");
  }

  private static String nulled(String field) {
    return StrictJson.of(
            "{\"field\":\"%s\",\"change\":\"NULLED\",\"reason\":\"SOURCE_SERIALIZATION_ERROR\"}"
                .formatted(field))
        .toString();
  }

  @Test
  void how_many_rows_will_come_is_said_first_where_virtuous_says_so() {
    tap.tables("gifts").serves(StandIn.builder().rows("gifts", 35, 1));

    var output = source.read(allIn("full_refresh")).well().output();

    assertThat(output.estimates())
        .singleElement()
        .matches(estimate -> estimate.path("name").stringValue().equals("gifts"))
        .matches(estimate -> estimate.path("row_estimate").intValue() == 35);
  }

  @Test
  void an_empty_table_is_complete_with_a_state() {
    tap.tables("gifts").serves(StandIn.builder().empty("gifts"));

    var output = source.read(allIn("incremental")).well().output();

    assertThat(output.records()).isEmpty();
    assertThat(output.states("gifts")).isNotEmpty();
    assertThat(output.ending("gifts")).isEqualTo("COMPLETE");
  }

  @Test
  void a_column_that_the_catalog_lacks_is_left_out() {
    tap.tables("gifts").serves(StandIn.builder().rows("gifts", 3, 1));
    var catalog =
        allIn("incremental")
            .each(
                stream ->
                    stream
                        .withObjectProperty("stream")
                        .withObjectProperty("json_schema")
                        .withObjectProperty("properties")
                        .remove(List.of("contactName", "notes")));

    var output = source.read(catalog).well().output();

    assertThat(output.rows("gifts"))
        .hasSize(3)
        .noneMatch(row -> row.has("contactName") || row.has("notes"));
  }

  @Test
  void a_state_follows_each_page() {
    tap.tables("gifts").serves(StandIn.builder().rows("gifts", 35, 1));

    var output = source.read(allIn("incremental")).well().output();

    assertThat(output.states("gifts"))
        .hasSizeGreaterThanOrEqualTo(4)
        .allMatch(state -> state.at("/sourceStats/recordCount").intValue() <= 10);
  }
}
