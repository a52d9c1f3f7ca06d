package io.github.tapvirtuous.testing.airbyte;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.output.StrictJson;
import org.junit.jupiter.api.Test;

/** The destination of the tests stores as those of Airbyte do. */
final class DestinationTest {
  private static final String CATALOG =
      """
      {"streams":[{"name":"gifts","default_cursor_field":["at"],
                   "source_defined_primary_key":[["id"]]}]}
      """;

  private final Destination destination =
      new Destination(ConfiguredCatalog.incremental(StrictJson.of(CATALOG)));

  private static String row(int id, String at, String more) {
    return """
        {"type":"RECORD","record":{"stream":"gifts","emitted_at":1772330400000,\
        "data":{"id":%d,"at":"%s"%s}}}
        """
        .formatted(id, at, more);
  }

  private static String state(String count) {
    return """
        {"type":"STATE","state":{"type":"STREAM","stream":{"stream_descriptor":{"name":"gifts"},\
        "stream_state":{"a":%s}},"sourceStats":{"recordCount":%s}}}
        """
        .formatted(count, count);
  }

  private void load(String... lines) {
    destination.load(AirbyteOutput.of(String.join("", lines)));
  }

  @Test
  void rows_behind_the_last_state_are_lost() {
    load(row(1, "2026-03-01T02:00:00Z", ""), state("1.0"), row(2, "2026-03-01T02:00:00Z", ""));

    assertThat(destination.ids("gifts")).containsExactly(1L);
    assertThat(destination.state("gifts")).hasToString("{\"a\":1.0}");
  }

  @Test
  void of_two_rows_the_one_with_the_newer_cursor_stays_and_else_the_later_one() {
    load(
        row(1, "2026-03-01T02:00:00.5Z", ",\"n\":1"),
        row(1, "2026-03-01T02:00:00Z", ",\"n\":2"),
        row(2, "2026-03-01T02:00:00Z", ",\"n\":3"),
        row(2, "2026-03-01T02:00:00Z", ",\"n\":4"),
        state("4.0"));

    assertThat(destination.rows("gifts"))
        .extracting(row -> row.path("n").asInt())
        .containsExactly(1, 4);
  }

  @Test
  void a_row_that_is_marked_as_deleted_is_gone_unless_an_older_cursor_marks_it() {
    var deleted = ",\"_ab_cdc_deleted_at\":\"2026-03-01T03:00:00Z\"";
    load(row(1, "2026-03-01T02:00:00Z", ""), row(2, "2026-03-01T02:00:00Z", ""), state("2.0"));

    load(row(1, "2026-03-01T03:00:00Z", deleted), row(2, "2026-03-01T01:00:00Z", deleted));
    assertThat(destination.ids("gifts")).containsExactly(1L, 2L);
    load(
        row(1, "2026-03-01T03:00:00Z", deleted),
        row(2, "2026-03-01T01:00:00Z", deleted),
        state("2.0"));

    assertThat(destination.ids("gifts")).containsExactly(2L);
  }
}
