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
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A table whose rows do not say when they were modified, and runs that want its new ones. */
final class UndatedTablesTest {
  private static final String TABLE = "gift_destinations";
  private static final int ROWS = 60;

  @RegisterExtension private final Tap tap = new Tap();

  private final TreeSet<Long> store = new TreeSet<>();

  @BeforeEach
  void new_rows_alone() {
    tap.tables(TABLE).set("page_size", 10).set("sample_size", 10);
    tap.set("undated_tables", "\"new\"").serves(standIn());
  }

  private StandInBuilder standIn() {
    return StandIn.builder().clock(tap.clock()).rows(TABLE, ROWS, 7);
  }

  private TapRun load(TapRun run) {
    assertThat(run.exitCode()).as(run.toString()).isZero();
    run.records(TABLE).forEach(row -> store.add(row.path("id").longValue()));
    return run;
  }

  private void aDayPasses(int newRows) {
    tap.clock().step(Duration.ofDays(1));
    for (int row = 0; row < newRows; row++) {
      tap.standIn().insertLikeAnother(TABLE);
    }
  }

  private long lastKey() {
    var ids = tap.standIn().ids(TABLE);
    return ids.get(ids.size() - 1);
  }

  private void assertNoRowIsLost() {
    assertThat(store).containsAll(tap.standIn().ids(TABLE));
  }

  @Test
  void the_next_run_reads_from_the_last_key_on() {
    var first = load(tap.sync());
    var last = lastKey();
    aDayPasses(3);

    var second = load(tap.resume(first));
    aDayPasses(2);
    var third = load(tap.resume(second));

    assertThat(first.logText()).contains("read whole (no whole read before)");
    assertThat(second.logText()).contains("read keys from " + last + " on");
    assertThat(second.records(TABLE)).hasSize(4);
    assertThat(third.records(TABLE)).hasSize(3);
    SingerOutput.check(second.stdout());
    assertNoRowIsLost();
  }

  @Test
  void where_the_last_row_is_gone_new_ones_come_all_the_same() {
    var first = load(tap.sync());
    tap.standIn().delete(TABLE, lastKey());
    aDayPasses(3);

    var second = load(tap.resume(first));

    assertThat(second.logText()).contains("read keys from ");
    assertThat(second.records(TABLE)).hasSize(3);
    assertNoRowIsLost();
  }

  @Test
  void where_nothing_is_new_the_last_key_stays() {
    var first = load(tap.sync());
    tap.standIn().delete(TABLE, lastKey());

    var second = load(tap.resume(first));
    aDayPasses(1);
    load(tap.resume(second));

    assertThat(second.records(TABLE)).isEmpty();
    assertThat(second.bookmark(TABLE).path("newest_key"))
        .isEqualTo(first.bookmark(TABLE).path("newest_key"));
    assertNoRowIsLost();
  }

  @Test
  void whole_reads_come_back() {
    var first = load(tap.sync());
    tap.clock().step(Duration.ofDays(7));

    var second = load(tap.resume(first));
    var third = load(tap.set("full_refresh", "[\"gift_destinations\"]").resume(second));

    assertThat(second.logText()).contains("read whole (the last whole read is of 2026-03-01");
    assertThat(third.logText()).contains("read whole (\"full_refresh\")");
    assertThat(third.records(TABLE)).hasSize(ROWS);
  }

  @Test
  void an_interrupted_read_of_new_rows_goes_on() {
    var first = load(tap.sync());
    aDayPasses(40);
    var half = load(tap.set("max_requests", 10).resume(first));

    var rest = load(tap.without("max_requests").resume(half));

    assertThat(half.logText()).contains(TABLE + ": unfinished at ");
    assertThat(rest.logText()).contains("goes on after", "read keys from ");
    assertThat(rest.records(TABLE)).hasSizeLessThan(40);
    assertNoRowIsLost();
  }

  @Test
  void one_that_brings_other_rows_when_it_goes_on_becomes_a_whole_one() {
    var first = load(tap.sync());
    aDayPasses(40);
    var half = load(tap.set("max_requests", 10).resume(first));
    tap.standIn().misreads(TABLE, Misreading.KEYS_IGNORED);

    var rest = load(tap.without("max_requests").resume(half));

    assertThat(rest.logText()).contains("reads the whole table: asked for rows from a key on");
    assertThat(rest.records(TABLE)).hasSizeGreaterThanOrEqualTo(ROWS + 40);
    assertNoRowIsLost();
  }

  @Test
  void they_show_nothing_that_is_gone() {
    tap.set("emit_activate_version_messages", "true");
    var first = load(tap.sync());
    aDayPasses(3);

    var second = load(tap.resume(first));

    assertThat(first.messages("ACTIVATE_VERSION")).hasSize(1);
    assertThat(second.messages("ACTIVATE_VERSION")).isEmpty();
    assertThat(second.messages("RECORD"))
        .allMatch(row -> row.path("version").longValue() == Tap.NOW.getEpochSecond());
  }

  @Test
  void without_the_setting_every_run_reads_it_whole() {
    tap.without("undated_tables");
    var first = load(tap.sync());

    assertThat(load(tap.resume(first)).logText()).contains("read whole (every run)");
  }

  @Test
  void a_table_that_takes_no_conditions_is_read_whole_and_says_why() {
    tap.tables("segments");
    var first = load(tap.sync());

    assertThat(load(tap.resume(first)).logText())
        .contains("read whole (its rows cannot be asked for by key)");
  }

  @Test
  void so_is_one_that_offers_no_condition_on_keys() {
    tap.serves(standIn().offers(TABLE, Offer.WITHOUT_KEY));
    var first = load(tap.sync());

    assertThat(load(tap.resume(first)).logText())
        .contains("read whole (Virtuous knows no condition on its keys)");
  }

  @ParameterizedTest
  @EnumSource(Misreading.class)
  void however_keys_are_misread_no_new_row_is_lost(Misreading misreading) {
    tap.serves(standIn().misreads(TABLE, misreading));
    var run = load(tap.sync());
    for (int day = 0; day < 3; day++) {
      aDayPasses(3);
      run = load(tap.resume(run));
    }

    assertNoRowIsLost();
  }
}
