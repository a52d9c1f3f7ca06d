package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.output.SingerOutput;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Runs that are told to leave out what was not modified since some day. */
final class StartDateTest extends GiftsSince {
  @Test
  void a_first_read_brings_what_was_modified_since() {
    var run = load(tap.sync());

    assertThat(run.logText())
        .contains("read modified since ", " (\"start_date\"; no whole read before)");
    assertThat(run.records("gifts")).hasSizeBetween(GIFTS / 4, 3 * GIFTS / 4);
    assertThat(wholeStartDate(run).stringValue()).isEqualTo(start + "T00:00:00Z");
    SingerOutput.check(run.stdout());
    assertStoreIsRightSince(start);
  }

  @Test
  void the_next_one_what_changed() {
    var first = load(tap.sync());
    aDayPasses();

    var second = load(tap.resume(first));

    assertThat(second.logText()).contains("read modified since 2026-02-26,");
    assertThat(second.records("gifts")).hasSizeBetween(3, 10);
    assertThat(wholeStartDate(second)).isEqualTo(wholeStartDate(first));
    assertStoreIsRightSince(start);
  }

  @Test
  void moved_back_it_brings_what_is_missing() {
    var first = load(tap.sync());
    startDate(earlier);

    var second = load(tap.resume(first));

    assertThat(second.logText()).contains("(\"start_date\"; \"start_date\" was moved back)");
    assertThat(wholeStartDate(second).stringValue()).startsWith(earlier);
    assertStoreIsRightSince(earlier);
  }

  @Test
  void taken_away_it_brings_all() {
    var first = load(tap.sync());

    var second = load(tap.without("start_date").resume(first));

    assertThat(second.logText()).contains("read whole (\"start_date\" was taken away)");
    assertThat(wholeStartDate(second).isNull()).isTrue();
    assertStoreIsRight();
  }

  @Test
  void moved_forward_or_given_later_it_costs_nothing() {
    var first = load(tap.sync());
    aDayPasses();
    startDate(later);

    var second = load(tap.resume(first));
    var all = load(tap.without("start_date").sync());
    startDate(later);
    var afterAll = load(tap.resume(all));

    assertThat(second.logText()).contains("read modified since 2026-02-26,");
    assertThat(wholeStartDate(second)).isEqualTo(wholeStartDate(first));
    assertThat(afterAll.logText()).contains("read modified since 2026-02-27,");
  }

  @Test
  void what_is_wanted_comes_again_after_some_days() {
    var first = load(tap.sync());
    tap.clock().step(Duration.ofDays(7));

    var second = load(tap.resume(first));

    assertThat(second.logText())
        .contains("read modified since", "(\"start_date\"; the last whole read is of 2026-03-01");
    assertThat(second.records("gifts")).hasSize(first.records("gifts").size());
  }

  @Test
  void an_interrupted_read_goes_on_and_counts_as_what_it_is() {
    tap.set("max_requests", 10);
    var half = load(tap.sync());
    tap.without("max_requests");
    startDate(earlier);

    var rest = load(tap.resume(half));
    var next = load(tap.resume(rest));

    assertThat(half.logText()).contains("gifts: unfinished at ");
    assertThat(rest.logText()).contains("goes on after", "(\"start_date\"; went on)");
    assertThat(wholeStartDate(rest).stringValue()).startsWith(start);
    assertThat(next.logText()).contains("\"start_date\" was moved back");
    assertStoreIsRightSince(earlier);
  }

  @Test
  void undated_rows_are_counted_by_a_whole_read_first() {
    serves(gifts().undated("gifts", 7));

    var first = load(tap.sync());
    var second = load(tap.set("full_refresh", "[\"gifts\"]").resume(first));

    assertThat(first.logText())
        .contains("read whole (no whole read before; in spite of \"start_date\": \"Last")
        .contains("does not reach back: of 60 rows it finds 5");
    assertThat(first.records("gifts")).hasSize(GIFTS);
    assertThat(second.logText()).contains("(\"start_date\"; \"full_refresh\")");
    assertThat(second.bookmark("gifts").path("whole_undated"))
        .isEqualTo(first.bookmark("gifts").path("whole_undated"));
  }

  @Test
  void one_that_lies_ahead_leaves_what_is_modified_from_now_on() {
    startDate("2027-01-01");
    var first = load(tap.sync());
    aDayPasses();

    var second = load(tap.resume(first));

    assertThat(first.logText()).contains("read modified since 2026-02-27 (\"start_date\"");
    assertThat(wholeStartDate(first).stringValue()).startsWith("2026-03-01T02:00");
    assertThat(second.records("gifts")).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void where_another_tap_left_out_as_much_what_it_left_out_comes_when_it_is_moved_back() {
    var bookmark =
        """
        {"bookmarks":{"gifts":{"replication_key":"modifiedDateTimeUtc",\
        "replication_key_value":"2026-03-01T02:00:00+00:00"}}}""";
    var first = load(tap.sync("--state", tap.file("state.json", bookmark)));
    startDate(earlier);

    var second = load(tap.resume(first));

    assertThat(first.logText()).contains("where another tap stood", "modified since 2026-02-26,");
    assertThat(second.logText()).contains("\"start_date\" was moved back");
    assertStoreIsRightSince(earlier);
  }
}
