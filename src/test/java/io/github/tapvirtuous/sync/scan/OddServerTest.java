package io.github.tapvirtuous.sync.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.sync.scan.OddHistory.Events;
import io.github.tapvirtuous.sync.scan.OddServer.Order;
import io.github.tapvirtuous.sync.scan.OddServer.Paging;
import io.github.tapvirtuous.sync.scan.OddServer.Total;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Servers that ignore the order, the paging, the take or the envelope. A failure names its seed.
 */
@Tag("slow")
final class OddServerTest {
  private static final OddHistories HISTORIES = new OddHistories(1_000, UnaryOperator.identity());
  private static final int LARGEST_PAGE = 1_000;

  @ParameterizedTest
  @EnumSource(Total.class)
  void whatever_the_total_says_every_row_comes_once(Total total) {
    HISTORIES.check(Events.CHANGES_AND_KILLS, server -> server.with(total), OddHistories::exact);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 49, 100})
  void a_server_that_caps_take_loses_nothing(int cap) {
    HISTORIES.check(Events.CHANGES_AND_KILLS, server -> server.capped(cap), OddHistories::exact);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 49})
  void neither_does_one_that_caps_take_and_says_no_total(int cap) {
    HISTORIES.check(
        Events.CHANGES_AND_KILLS,
        server -> server.capped(cap).with(Total.MISSING),
        OddHistories::exact);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 40})
  void heavy_pages_lose_nothing(int percent) {
    HISTORIES.check(Events.CHANGES_AND_KILLS, server -> server.heavy(percent), OddHistories::exact);
  }

  @Test
  void a_server_that_sends_one_row_at_a_time_is_incomplete_by_its_total() {
    HISTORIES.check(
        Events.NONE,
        server -> server.capped(1),
        history ->
            assertThat(history.end().isWhole())
                .as(history.toString())
                .isEqualTo(history.size() <= 1));
  }

  @Test
  void nor_is_it_ever_verified_without_a_total() {
    HISTORIES.check(
        Events.NONE,
        server -> server.capped(1).with(Total.MISSING),
        history ->
            assertThat(history.end().outcome() == Outcome.VERIFIED)
                .as(history.toString())
                .isEqualTo(history.size() == 0));
  }

  @ParameterizedTest
  @EnumSource(names = {"DESCENDING", "STABLE"})
  void without_the_order_asked_for_each_row_comes_once_or_twice(Order order) {
    HISTORIES.check(
        Events.CHANGES_ON_LARGE_PAGES,
        server -> server.with(order),
        history -> {
          assertThat(history.lost().size()).as(history.toString()).isZero();
          assertThat(history.mostOften()).as(history.toString()).isLessThanOrEqualTo(2);
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"DESCENDING", "STABLE"})
  void a_still_table_without_order_is_unverified(Order order) {
    HISTORIES.check(
        Events.NONE_ON_LARGE_PAGES,
        server -> server.with(order).heavy(10),
        history -> {
          assertThat(history.lost().size()).as(history.toString()).isZero();
          assertThat(history.end().isWhole()).as(history.toString()).isTrue();
          assertThat(history.end().outcome() == Outcome.VERIFIED && history.size() > 9)
              .as(history.toString())
              .isFalse();
        });
  }

  @Test
  void an_order_that_changes_is_whole_only_when_every_row_came() {
    HISTORIES.check(
        Events.NONE_ON_LARGE_PAGES,
        server -> server.with(Order.SHUFFLED),
        history ->
            assertThat(history.end().isWhole() && !history.lost().isEmpty())
                .as(history.toString())
                .isFalse());
  }

  @ParameterizedTest
  @EnumSource(names = {"RIGHT", "MISSING"})
  void a_server_that_ignores_skip_is_whole_only_when_every_row_came(Total total) {
    HISTORIES.check(
        Events.NONE,
        server -> server.with(Paging.SKIP_IGNORED).with(total),
        history -> {
          var whole = history.lost().isEmpty();
          assertThat(history.end().isWhole()).as(history.toString()).isEqualTo(whole);
          assertThat(whole).as(history.toString()).isEqualTo(history.size() < LARGEST_PAGE);
        });
  }

  @Test
  void a_server_that_always_sends_the_whole_table_is_read_once() {
    HISTORIES.check(
        Events.NONE,
        server -> server.with(Paging.IGNORED),
        history -> {
          assertThat(history.lost()).as(history.toString()).isEmpty();
          assertThat(history.twice()).as(history.toString()).isZero();
          assertThat(history.end().isWhole()).as(history.toString()).isTrue();
        });
  }
}
