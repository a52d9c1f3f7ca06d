package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.TapRun;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What a run makes of the bookmarks and the columns that others left. */
final class RememberedReadsTest extends ChangingGifts {
  @Test
  void a_bookmark_of_another_tap_is_taken_over() {
    load(tap.sync());
    aDayPasses();
    var bookmark =
        """
        {"bookmarks":{"gifts":{"replication_key":"modifiedDateTimeUtc",\
        "replication_key_value":"2026-03-01T02:00:00+00:00"}}}""";

    var run = load(tap.sync("--state", tap.file("state.json", bookmark)));

    assertThat(run.logText()).contains("where another tap stood", "modified since 2026-02-26");
    assertStoreIsRight();
  }

  @Test
  void a_bookmark_of_another_column_is_not() {
    var bookmark =
        """
        {"bookmarks":{"gifts":{"replication_key":"giftDate",\
        "replication_key_value":"2026-03-01T02:00:00+00:00"}}}""";

    var run = load(tap.sync("--state", tap.file("state.json", bookmark)));

    assertThat(run.logText()).contains("read whole (it had another replication key before)");
    assertStoreIsRight();
  }

  @Test
  void a_column_that_was_seen_once_stays() {
    serves(gifts());
    tap.standIn().change("gifts", 7001, row -> row.put("vip", true));
    var first = load(tap.sync());
    tap.standIn().change("gifts", 7001, row -> row.remove("vip"));
    tap.clock().step(Duration.ofDays(1));
    tap.standIn().modifySome("gifts", 3);

    var second = load(tap.resume(first));

    assertThat(second.logText()).contains("read modified since 2026-02-26");
    assertThat(second.records("gifts")).allMatch(row -> row.has("vip"));
  }

  @Test
  void nor_does_a_run_with_a_catalog_forget_it() {
    var catalog = tap.file("catalog.json", tap.discover().text());
    tap.standIn().change("gifts", 7001, row -> row.put("vip", true));
    var first = load(tap.sync());

    var second = load(tap.resume(first, "--catalog", catalog));

    assertThat(second.records("gifts")).noneMatch(row -> row.has("vip"));
    assertThat(second.state().at("/bookmarks/gifts/shown_columns").toString()).contains("vip");
  }

  @Test
  void it_stays_in_a_catalog_that_is_discovered_with_the_state() {
    tap.standIn().change("gifts", 7001, row -> row.put("vip", true));
    var state = tap.file("state.json", load(tap.sync()).state());
    tap.standIn().change("gifts", 7001, row -> row.remove("vip"));

    assertThat(columns(tap.discover())).doesNotContain("vip");
    assertThat(columns(tap.discover("--state", state)))
        .containsAll(columns(tap.discover()))
        .contains("vip");
  }

  @Test
  void it_stays_there_too_while_the_table_is_closed() {
    tap.standIn().change("gifts", 7001, row -> row.put("vip", true));
    var state = tap.file("state.json", load(tap.sync()).state());
    tap.tables("gifts", "segments");
    serves(gifts().forbid("gifts"));

    assertThat(columns(tap.discover("--state", state))).contains("vip");
  }

  private static List<String> columns(TapRun discovered) {
    return List.copyOf(discovered.document().at("/streams/0/schema/properties").propertyNames());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{", "{\"type\":\"RECORD\",\"stream\":\"gifts\"}"})
  void a_file_without_a_state_ends_discovery_as_it_ends_a_sync(String content) {
    var file = tap.file("state.json", content);
    var before = tap.standIn().requestCount();

    var run = tap.discover("--state", file);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.errors()).singleElement().isEqualTo(tap.sync("--state", file).errors().get(0));
    assertThat(tap.standIn().requestCount()).isEqualTo(before);
  }

  @Test
  void a_new_column_is_read_of_all_rows() {
    var first = load(tap.sync());
    tap.clock().step(Duration.ofDays(1));
    tap.standIn().change("gifts", 7001, row -> row.put("vip", true));

    var second = load(tap.resume(first));

    assertThat(second.logText()).contains("read whole (it has new columns)");
    assertStoreIsRight();
  }

  @Test
  void a_bookmark_ahead_of_the_servers_clock_is_not_believed() {
    var first = load(tap.sync());
    tap.clock().step(Duration.ofDays(-1));

    var second = load(tap.resume(first));

    assertThat(second.logText()).contains("read whole (");
    assertThat(second.records("gifts")).hasSize(GIFTS);
  }

  @Test
  void a_column_that_reads_of_changes_have_lacked_comes_back_by_a_whole_read() {
    var without = file("without", "notes");
    var first = load(tap.sync("--catalog", file("with")));
    tap.clock().step(Duration.ofDays(1));
    var changed = tap.standIn().modifySome("gifts", 1).get(0);
    tap.standIn().change("gifts", changed, row -> row.put("notes", "newer"));
    var second = load(tap.resume(first, "--catalog", without));

    var third = load(tap.resume(second, "--catalog", file("with")));

    assertThat(second.logText()).contains("read modified since");
    assertThat(third.logText()).contains("read whole (it has new columns)");
    assertThat(store.get(changed)).contains("\"newer\"");
  }

  /** A catalog less some columns. */
  private String file(String name, String... deselected) {
    var catalog = tap.discover().document();
    for (var metadata : catalog.at("/streams/0/metadata")) {
      if (List.of(deselected).contains(metadata.at("/breadcrumb/1").asString(""))) {
        ((ObjectNode) metadata.path("metadata")).put("selected", false);
      }
    }
    return tap.file(name + ".json", catalog);
  }
}
