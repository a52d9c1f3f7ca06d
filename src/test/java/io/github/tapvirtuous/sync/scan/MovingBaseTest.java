package io.github.tapvirtuous.sync.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.sync.scan.OddHistory.Events;
import io.github.tapvirtuous.sync.scan.OddServer.Keyed;
import io.github.tapvirtuous.sync.scan.OddServer.Order;
import io.github.tapvirtuous.sync.scan.OddServer.Total;
import io.github.tapvirtuous.sync.state.ScanPosition;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Scans from key to key, of servers that understand that and of others. A failure names its seed.
 */
@Tag("slow")
final class MovingBaseTest {
  private static final OddHistories HISTORIES = new OddHistories(500, UnaryOperator.identity());
  private static final int MOST_QUESTIONS = 3;
  private static final int TAKE = 11;
  private static final int STEP = TAKE - 1;
  private static final int DEEPEST = 20 * STEP;

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"NEVER", "TOO_FEW", "TOO_FEW_SHOWN", "HIDDEN"})
  void however_a_server_reads_the_condition_every_row_comes_once(Keyed keyed) {
    HISTORIES.check(Events.CHANGES_AND_KILLS, server -> server.with(keyed), MovingBaseTest::exact);
  }

  @ParameterizedTest
  @EnumSource(names = {"KEPT", "TOO_FEW"})
  void one_that_forgets_rows_is_not_believed_wherever_the_scan_is_taken_up(Keyed keyed) {
    HISTORIES.check(Events.KILLS, server -> server.with(keyed), MovingBaseTest::exact);
  }

  @Test
  void one_that_counts_rows_it_does_not_send_is_asked_by_position_once_more() {
    HISTORIES.check(
        Events.NONE,
        server -> server.with(Keyed.TOO_FEW_SHOWN),
        history -> {
          assertThat(history.lost()).as(history.toString()).isEmpty();
          assertThat(history.mostOften()).as(history.toString()).isLessThanOrEqualTo(2);
          assertThat(history.end()).as(history.toString()).isEqualTo(ScanEnd.verified());
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "KILLS"})
  void one_that_counts_rows_it_never_sends_is_not_verified_when_one_is_missing(Events events) {
    HISTORIES.check(
        events,
        server -> server.with(Keyed.HIDDEN),
        history ->
            assertThat(history.end().outcome() == Outcome.VERIFIED && !history.lost().isEmpty())
                .as(history.toString())
                .isFalse());
  }

  @ParameterizedTest
  @EnumSource(Total.class)
  void whatever_the_total_says(Total total) {
    HISTORIES.check(
        Events.CHANGES_AND_KILLS,
        server -> server.with(Keyed.KEPT).with(total),
        MovingBaseTest::exact);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 49})
  void whatever_the_server_caps(int cap) {
    HISTORIES.check(
        Events.CHANGES_AND_KILLS,
        server -> server.with(Keyed.KEPT).capped(cap),
        MovingBaseTest::exact);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 40})
  void however_heavy_pages_are(int percent) {
    HISTORIES.check(
        Events.CHANGES_AND_KILLS,
        server -> server.with(Keyed.KEPT).heavy(percent),
        MovingBaseTest::exact);
  }

  @ParameterizedTest
  @EnumSource(names = {"KEPT", "IGNORED", "SHIFTED"})
  void rows_without_keys_are_passed(Keyed keyed) {
    var histories = new OddHistories(300, OddHistory::withoutKeys);
    histories.check(
        Events.CHANGES_ON_LARGE_PAGES, server -> server.with(keyed), MovingBaseTest::exact);
    histories.check(Events.CHANGES_AND_KILLS, server -> server.with(keyed), OddHistories::once);
  }

  @ParameterizedTest
  @EnumSource(names = {"DESCENDING", "STABLE"})
  void rows_without_order_have_no_base(Order order) {
    HISTORIES.check(
        Events.CHANGES_ON_LARGE_PAGES,
        server -> server.with(Keyed.KEPT).with(order),
        history -> {
          assertThat(history.lost()).as(history.toString()).isEmpty();
          assertThat(history.mostOften()).as(history.toString()).isLessThanOrEqualTo(2);
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void costs_a_still_table_two_questions_and_skips_no_more_than_twenty_pages(int inFlight) {
    var reading = new StillReading(ScanPosition.START, 100 * STEP, inFlight);

    reading.run();

    assertThat(reading.questions())
        .extracting(Ask::isDescending)
        .as("the nearest row of each side comes first")
        .containsExactly(false, true);
    assertThat(reading.pages()).hasSize(100);
    assertThat(reading.deepestSkip()).isBetween(DEEPEST / 2, DEEPEST);
    assertThat(reading.end()).contains(ScanEnd.verified());
  }

  @Test
  void a_condition_that_is_ignored_later_on_costs_no_way_from_the_start_of_the_table() {
    HISTORIES.check(
        Events.NONE,
        server -> server.with(Keyed.IGNORED_LATER),
        history ->
            assertThat(history.requests())
                .as(history.toString())
                .isLessThanOrEqualTo(10 + history.size() / (history.take() - 1)));
  }

  @Test
  void a_table_of_twenty_pages_is_asked_no_question() {
    var reading = new StillReading(ScanPosition.START, DEEPEST, 4);

    reading.run();

    assertThat(reading.questions()).isEmpty();
    assertThat(reading.pages()).allMatch(ask -> ask.part().isWhole());
  }

  @Test
  void a_scan_that_is_taken_up_deep_in_its_table_goes_on_from_its_key() {
    var first = new StillReading(ScanPosition.START, 100 * STEP, 4);
    first.run(50);
    var second = new StillReading(first.position(), 100 * STEP, 4);

    second.run();

    assertThat(second.questions()).hasSize(MOST_QUESTIONS);
    assertThat(second.pages()).hasSize(50).noneMatch(ask -> ask.part().isWhole());
    assertThat(second.deepestSkip()).isLessThanOrEqualTo(DEEPEST);
    assertThat(second.end()).contains(ScanEnd.verified());
  }

  @Test
  void one_whose_last_row_is_gone_meanwhile_goes_on_by_position() {
    var first = new StillReading(ScanPosition.START, 100 * STEP, 4);
    first.run(50);
    var second = new StillReading(first.position(), 100 * STEP, 4);
    second.delete(50 * STEP);

    second.run();

    assertThat(second.sent()).isEqualTo(50 * STEP);
    assertThat(second.doubt())
        .isEqualTo(
            "\"Gift Id\" GreaterThanOrEqual does not bring the rows that were there before, which"
                + " may be gone");
    assertThat(second.end()).contains(ScanEnd.verified());
  }

  /** Where rows come back behind the scan, it may have to read all of them once more. */
  private static void exact(OddHistory history) {
    if (history.restored() && history.isReadOnceMore()) {
      assertThat(history.lost()).as(history.toString()).isEmpty();
      assertThat(history.end()).as(history.toString()).isEqualTo(ScanEnd.verified());
    } else {
      OddHistories.exact(history);
    }
    assertThat(history.questions())
        .as(history.toString())
        .isLessThanOrEqualTo(MOST_QUESTIONS * (1 + history.kills()));
  }
}
