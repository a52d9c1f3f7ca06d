package io.github.tapvirtuous.sync.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.sync.scan.OddHistory.Events;
import io.github.tapvirtuous.sync.scan.OddServer.Total;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of rows whose keys nobody can use, up to three pages long. A failure names its seed. */
@Tag("slow")
final class KeylessRowsTest {
  private static final OddHistories HISTORIES = new OddHistories(1_000, OddHistory::withoutKeys);

  /** Of servers that send a table in many small pages. */
  private static final OddHistories LONG_HISTORIES = new OddHistories(100, OddHistory::withoutKeys);

  @ParameterizedTest
  @EnumSource(Total.class)
  void are_passed_and_every_other_row_comes_once(Total total) {
    HISTORIES.check(Events.NONE, server -> server.with(total), OddHistories::exact);
  }

  @ParameterizedTest
  @EnumSource(Total.class)
  void nothing_is_lost_or_doubled_around_them_while_rows_come_and_go(Total total) {
    HISTORIES.check(Events.CHANGES_AND_KILLS, server -> server.with(total), OddHistories::exact);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 49, 100})
  void nor_where_the_server_caps_take(int cap) {
    LONG_HISTORIES.check(
        Events.CHANGES_AND_KILLS, server -> server.capped(cap), OddHistories::exact);
  }

  @Test
  void nor_where_pages_are_heavy() {
    HISTORIES.check(Events.CHANGES_AND_KILLS, server -> server.heavy(20), OddHistories::exact);
  }

  @Test
  void cost_a_still_table_three_times_its_requests_at_most() {
    HISTORIES.check(
        Events.NONE,
        server -> server,
        history ->
            assertThat(history.requests())
                .as(history.toString())
                .isLessThanOrEqualTo(20 + 3 * history.size() / (history.take() - 1)));
  }
}
