package io.github.tapvirtuous.sync.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.sync.scan.OddHistory.Events;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/**
 * Many scans of servers with the same habits, each from a seed of its own.
 *
 * @param prepared what else is odd about their tables
 */
record OddHistories(int count, UnaryOperator<OddHistory> prepared) {
  void check(Events events, UnaryOperator<OddServer> habits, Consumer<OddHistory> check) {
    LongStream.range(0, count)
        .mapToObj(seed -> new OddHistory(seed, events, habits))
        .forEach(history -> check.accept(prepared.apply(history).run()));
  }

  /** Each row that stays came, and came once, but for the one row that each resumption repeats. */
  static void exact(OddHistory history) {
    once(history);
    assertThat(history.end()).as(history.toString()).isIn(ScanEnd.verified(), ScanEnd.loneRow());
  }

  /** The same, however the scan ended. */
  static void once(OddHistory history) {
    assertThat(history.lost()).as(history.toString()).isEmpty();
    assertThat(history.twice()).as(history.toString()).isLessThanOrEqualTo(history.kills());
  }
}
