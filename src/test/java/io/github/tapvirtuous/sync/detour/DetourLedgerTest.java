package io.github.tapvirtuous.sync.detour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.message.Checkpoints;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.sync.state.Resumption;
import io.github.tapvirtuous.sync.state.ScanPosition;
import io.github.tapvirtuous.sync.state.StreamBookmark;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a read below parents may claim. */
final class DetourLedgerTest {
  private static final long TOTAL = 13;
  private static final String HOW = "below each of the campaigns";

  private final Clock clock = Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);
  private final DetourLedger ledger =
      new DetourLedger(
          new Resumption(Checkpoints.none(), Duration.ofDays(3), clock)
              .bookmark("communications", known -> "9f2c"),
          TOTAL,
          clock);
  private final SourceException unsent =
      new SourceException(Kind.REPLY, "A row without its key could not be sent.", "");

  private static StreamBookmark bookmark(Checkpoint checkpoint) {
    return StreamBookmark.read(checkpoint).orElseThrow();
  }

  private void read(long parent, long rows) {
    ledger.begin(parent);
    ledger.pass(rows);
  }

  @Test
  void a_later_run_goes_on_with_the_parent_that_was_being_read() {
    read(3, 4);
    read(5, 2);
    ledger.begin(8);

    var left = bookmark(ledger.reached());
    var next = new DetourLedger(left, TOTAL, clock);

    assertThat(left.isInterrupted()).isTrue();
    assertThat(left.position()).isEqualTo(new ScanPosition(8, 2, TOTAL, 6));
    assertThat(next.first()).isEqualTo(8);
    assertThat(next.rowsBehind()).isEqualTo(6);
    assertThat(next.hasMoved()).isFalse();
    assertThat(ledger.hasMoved()).isTrue();
  }

  @Test
  void the_first_run_begins_before_all_parents() {
    assertThat(ledger.first()).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void never_behind_one_whose_rows_did_not_all_come() {
    read(3, 4);
    ledger.begin(5);
    ledger.lack("1 of 2 rows");
    ledger.begin(8);
    ledger.pass(6);

    assertThat(bookmark(ledger.reached()).position().lastKey()).isEqualTo(5);
  }

  @Test
  void nor_behind_one_of_whose_rows_some_could_not_be_sent() {
    read(3, 4);
    ledger.begin(5);
    ledger.fail(unsent);
    ledger.begin(8);

    assertThat(bookmark(ledger.reached()).position().lastKey()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({"13, ''", "14, ''", "6, '; 7 of 13 rows were not met'"})
  void a_read_without_gaps_is_complete_and_unverified_at_best(long rows, String besides) {
    read(3, rows);

    var last = bookmark(ledger.ended());
    var end = ledger.end(HOW);

    assertThat(last.complete()).isTrue();
    assertThat(last.position().rowsSent()).isEqualTo(rows);
    assertThat(end.outcome()).isEqualTo(Outcome.UNVERIFIED);
    assertThat(end.why()).isEqualTo(HOW + besides);
  }

  @Test
  void a_gap_makes_it_incomplete_and_the_next_run_begin_anew() {
    read(3, 4);
    ledger.begin(5);
    ledger.lack("1 of 2 rows");
    ledger.lack("another gap");

    var last = bookmark(ledger.ended());
    var end = ledger.end(HOW);

    assertThat(last.complete()).isFalse();
    assertThat(last.position()).isEqualTo(ScanPosition.START);
    assertThat(end.outcome()).isEqualTo(Outcome.INCOMPLETE);
    assertThat(end.why()).isEqualTo("1 of 2 rows");
  }

  @Test
  void rows_that_could_not_be_sent_fail_it_at_the_end_whatever_else_is_lacking() {
    ledger.lack("1 of 2 rows");
    ledger.fail(unsent);
    ledger.fail(new SourceException(Kind.REPLY, "Another row could not be sent.", ""));

    assertThatThrownBy(() -> ledger.end(HOW)).isSameAs(unsent);
    assertThat(bookmark(ledger.ended()).complete()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"NETWORK, NETWORK", "FORBIDDEN, FORBIDDEN", "USED_UP, REPLY"})
  void a_failure_that_comes_between_hides_none(Kind kind, Kind together) {
    ledger.fail(unsent);

    var both = ledger.besides(new SourceException(kind, "It came between.", ""));

    assertThat(both).hasMessage("It came between. Besides, " + unsent.getMessage());
    assertThat(both.kind()).isEqualTo(together);
  }

  @Test
  void a_stop_is_a_stop() {
    ledger.fail(unsent);
    var stop = SourceException.stopped(new InterruptedException());

    assertThat(ledger.besides(stop)).isSameAs(stop);
  }
}
