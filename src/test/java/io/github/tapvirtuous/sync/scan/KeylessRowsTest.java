package io.github.tapvirtuous.sync.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.sync.scan.OddHistory.Events;
import io.github.tapvirtuous.sync.scan.OddServer.Total;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of rows whose keys nobody can use, up to three pages long. A failure names its seed. */
@Tag("slow")
final class KeylessRowsTest {
  private static final int HISTORIES = 1_000;

  /** Of servers that send a table in many small pages. */
  private static final int LONG_HISTORIES = 100;

  private static void histories(
      Events events, UnaryOperator<OddServer> habits, Consumer<OddHistory> check) {
    histories(HISTORIES, events, habits, check);
  }

  private static void histories(
      int count, Events events, UnaryOperator<OddServer> habits, Consumer<OddHistory> check) {
    LongStream.range(0, count)
        .forEach(seed -> check.accept(new OddHistory(seed, events, habits).withoutKeys().run()));
  }

  /** Each row with a key came, and came once, but for the one row that each resumption repeats. */
  private static void exact(OddHistory history) {
    assertThat(history.lost()).as(history.toString()).isEmpty();
    assertThat(history.twice()).as(history.toString()).isLessThanOrEqualTo(history.kills());
    assertThat(history.end()).as(history.toString()).isIn(ScanEnd.verified(), ScanEnd.loneRow());
  }

  @ParameterizedTest
  @EnumSource(Total.class)
  void are_passed_and_every_other_row_comes_once(Total total) {
    histories(Events.NONE, server -> server.with(total), KeylessRowsTest::exact);
  }

  @ParameterizedTest
  @EnumSource(Total.class)
  void nothing_is_lost_or_doubled_around_them_while_rows_come_and_go(Total total) {
    histories(Events.CHANGES_AND_KILLS, server -> server.with(total), KeylessRowsTest::exact);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 49, 100})
  void nor_where_the_server_caps_take(int cap) {
    histories(
        LONG_HISTORIES,
        Events.CHANGES_AND_KILLS,
        server -> server.capped(cap),
        KeylessRowsTest::exact);
  }

  @Test
  void nor_where_pages_are_heavy() {
    histories(Events.CHANGES_AND_KILLS, server -> server.heavy(20), KeylessRowsTest::exact);
  }

  @Test
  void cost_a_still_table_three_times_its_requests_at_most() {
    histories(
        Events.NONE,
        server -> server,
        history ->
            assertThat(history.requests())
                .as(history.toString())
                .isLessThanOrEqualTo(20 + 3 * history.size() / (history.take() - 1)));
  }
}
