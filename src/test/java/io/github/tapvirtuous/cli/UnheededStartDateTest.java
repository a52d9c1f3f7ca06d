package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.query.Misreading;
import io.github.tapvirtuous.standin.query.Offer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A start date that Virtuous, or what else is set, does not let be heeded. */
final class UnheededStartDateTest extends GiftsSince {
  @Test
  void a_table_of_one_page_is_read_whole() {
    var run = load(tap.set("page_size", 100).sync());

    assertThat(run.logText())
        .contains(
            "read whole (no whole read before; in spite of \"start_date\": it fits one page)");
    assertThat(run.records("gifts")).hasSize(GIFTS);
    assertThat(wholeStartDate(run).isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gift_destinations", "channel_types"})
  void tables_without_a_modified_date_are_read_whole_and_say_why(String table) {
    var log = tap.tables(table).sync().logText();

    assertThat(log)
        .contains(
            "read whole (every run; in spite of \"start_date\": its rows cannot be asked for by a"
                + " modified date)");
  }

  @Test
  void so_are_those_whose_catalog_says_so() {
    var catalog = tap.discover().text().replace("\"INCREMENTAL\"", "\"FULL_TABLE\"");

    var run = load(tap.sync("--catalog", tap.file("catalog.json", catalog)));

    assertThat(run.logText()).contains("in spite of \"start_date\": each run is to read it whole");
    assertThat(run.records("gifts")).hasSize(GIFTS);
  }

  @Test
  void a_test_shows_a_row_all_the_same() {
    assertThat(load(tap.sync("--test")).records("gifts")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Misreading.class)
  void however_dates_are_misread_no_row_since_then_is_lost(Misreading misreading) {
    serves(gifts().misreads("gifts", misreading));
    var run = load(tap.sync());
    for (int day = 0; day < 2; day++) {
      aDayPasses();
      run = load(tap.resume(run));
    }

    assertStoreIsRightSince(start);
  }

  @ParameterizedTest
  @EnumSource(Offer.class)
  void nor_whatever_virtuous_offers(Offer offer) {
    serves(gifts().offers("gifts", offer));
    var run = load(tap.sync());
    aDayPasses();
    load(tap.resume(run));

    assertStoreIsRightSince(start);
  }

  @Test
  void rows_that_were_not_asked_for_end_in_a_whole_read() {
    var half = load(tap.set("max_requests", 10).sync());
    tap.standIn().misreads("gifts", Misreading.DATES_IGNORED);

    var rest = load(tap.without("max_requests").resume(half));

    assertThat(half.logText()).contains("gifts: unfinished at ");
    assertThat(rest.logText())
        .contains("reads the whole table: asked for rows modified since a day, Virtuous sent one");
    assertThat(wholeStartDate(rest).isNull()).isTrue();
    assertStoreIsRight();
  }
}
