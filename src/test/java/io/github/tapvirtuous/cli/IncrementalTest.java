package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.query.Misreading;
import io.github.tapvirtuous.testing.output.SingerOutput;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Runs that ask for what changed, and whole reads wherever it is not sure that they would get it.
 */
final class IncrementalTest extends ChangingGifts {
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
