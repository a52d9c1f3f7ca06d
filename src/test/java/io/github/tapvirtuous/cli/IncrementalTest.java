package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import io.github.tapvirtuous.standin.query.Misreading;
import io.github.tapvirtuous.standin.query.Offer;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import io.github.tapvirtuous.testing.output.SingerOutput;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs that ask for what changed, and whole reads wherever it is not sure that they would get it.
 */
class IncrementalTest {
  private static final int GIFTS = 60;

  @RegisterExtension private final Tap tap = new Tap();

  private final TreeMap<Long, String> store = new TreeMap<>();

  @BeforeEach
  void gifts_alone() {
    tap.tables("gifts").set("page_size", 10).set("sample_size", 10);
    serves(gifts());
  }

  private StandInBuilder gifts() {
    return StandIn.builder()
        .clock(tap.clock())
        .rows("gifts", GIFTS, 7)
        .offers("gifts", Offer.KEY_LISTS);
  }

  private void serves(StandInBuilder standIn) {
    tap.serves(standIn);
  }

  private TapRun load(TapRun run) {
    assertThat(run.exitCode()).as(run.toString()).isZero();
    run.records("gifts").forEach(row -> store.put(row.path("id").longValue(), row.toString()));
    return run;
  }

  private void aDayPasses() {
    tap.clock().step(Duration.ofDays(1));
    tap.standIn().modifySome("gifts", 3);
    tap.standIn().insertLikeAnother("gifts");
  }

  private void assertStoreIsRight() {
    var truth = tap.sync();
    var rows = truth.records("gifts").stream().map(JsonNode::toString).toList();
    assertThat(store.values()).containsExactlyElementsOf(rows);
  }

  @Test
  void the_next_run_brings_what_changed_and_says_so() {
    var first = load(tap.sync());
    aDayPasses();

    var second = load(tap.resume(first));

    assertThat(first.logText()).contains("read whole (no whole read before)");
    assertThat(second.logText()).contains("read modified since 2026-02-26");
    assertThat(second.records("gifts")).hasSizeBetween(3, 10);
    SingerOutput.check(second.stdout());
    assertStoreIsRight();
  }

  @Test
  void proofs_are_kept_for_the_runs_after() {
    var run = load(tap.sync());
    for (int day = 0; day < 4; day++) {
      aDayPasses();
      run = load(tap.resume(run));
    }
    var before = tap.standIn().requestCount();
    aDayPasses();

    load(tap.resume(run));

    assertThat(tap.standIn().requestCount() - before)
        .isLessThanOrEqualTo(6); // 2 samples, 2 questions, 2 pages
    assertStoreIsRight();
  }

  @Test
  void a_table_is_read_whole_again_after_some_days() {
    var first = load(tap.sync());
    tap.clock().step(Duration.ofDays(7));

    var second = load(tap.resume(first));

    assertThat(second.logText()).contains("read whole (the last whole read is of 2026-03-01T02:00");
    assertThat(second.records("gifts")).hasSize(GIFTS);
  }

  @Test
  void full_refresh_reads_whole_now() {
    var first = load(tap.sync());

    var second = load(tap.set("full_refresh", "[\"gifts\"]").resume(first));

    assertThat(second.logText()).contains("read whole (\"full_refresh\")");
    assertThat(second.records("gifts")).hasSize(GIFTS);
  }

  @Test
  void an_interrupted_read_of_changes_is_finished_first() {
    var first = load(tap.sync());
    tap.clock().step(Duration.ofDays(1));
    tap.standIn().modifySome("gifts", 40);
    var interrupted = tap.set("max_requests", 9).resume(first);
    load(interrupted);

    var second = load(tap.without("max_requests").resume(interrupted));

    assertThat(interrupted.logText()).contains("gifts: unfinished at ");
    assertThat(second.logText()).contains("goes on after", "read modified since 2026-02-26");
    assertThat(second.records("gifts")).hasSizeLessThan(40);
    assertStoreIsRight();
  }

  @Test
  void one_that_is_refused_when_it_goes_on_becomes_a_whole_one() {
    var first = load(tap.sync());
    tap.clock().step(Duration.ofDays(1));
    tap.standIn().modifySome("gifts", 40);
    var interrupted = load(tap.set("max_requests", 9).resume(first));
    tap.standIn().misreads("gifts", Misreading.REFUSED);

    var second = load(tap.without("max_requests").resume(interrupted));

    assertThat(second.logText())
        .contains(
            "reads the whole table: Virtuous refuses to be asked for the rows modified since");
    assertThat(second.records("gifts")).hasSize(GIFTS);
    assertStoreIsRight();
  }

  @ParameterizedTest
  @EnumSource(Misreading.class)
  void however_conditions_are_misread_no_change_is_lost(Misreading misreading) {
    serves(gifts().misreads("gifts", misreading));
    var run = load(tap.sync());
    for (int day = 0; day < 3; day++) {
      aDayPasses();
      run = load(tap.resume(run));
    }

    assertStoreIsRight();
  }

  @ParameterizedTest
  @EnumSource(Misreading.class)
  void nor_where_the_server_begins_to_misread_when_it_was_believed(Misreading misreading) {
    var run = load(tap.sync());
    aDayPasses();
    run = load(tap.resume(run));
    aDayPasses();
    tap.standIn().misreads("gifts", misreading);

    run = load(tap.resume(run));
    tap.standIn().misreads("gifts");
    tap.clock().step(Duration.ofDays(7));
    load(tap.resume(run)); // a whole read heals what nobody could see

    assertStoreIsRight();
  }

  @ParameterizedTest
  @EnumSource(Offer.class)
  void whatever_virtuous_offers_no_change_is_lost(Offer offer) {
    serves(gifts().offers("gifts", offer));
    var run = load(tap.sync());
    for (int day = 0; day < 3; day++) {
      aDayPasses();
      run = load(tap.resume(run));
    }

    assertStoreIsRight();
  }

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
  void undated_rows_come_by_whole_reads() {
    serves(gifts().undated("gifts", 7));
    var first = load(tap.sync());
    tap.clock().step(Duration.ofDays(1));
    tap.standIn().insertLikeAnother("gifts");

    var second = load(tap.resume(first));

    assertThat(second.logText()).contains("read modified since 2026-02-26");
    assertThat(first.state().at("/bookmarks/gifts/whole_undated").asInt()).isPositive();
    assertStoreIsRight();
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

  @Test
  void a_catalog_may_choose_whole_reads() {
    var catalog = tap.discover().text();
    var chosen =
        catalog.replace(
            "\"replication-method\": \"INCREMENTAL\"", "\"replication-method\": \"FULL_TABLE\"");
    var file = tap.file("catalog.json", chosen);
    var first = load(tap.sync("--catalog", file));

    var second = load(tap.resume(first, "--catalog", file));

    assertThat(chosen).isNotEqualTo(catalog);
    assertThat(second.records("gifts")).hasSize(GIFTS);
  }
}
