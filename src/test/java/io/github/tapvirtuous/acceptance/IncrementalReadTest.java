package io.github.tapvirtuous.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.query.Offer;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.airbyte.ConfiguredCatalog;
import io.github.tapvirtuous.testing.airbyte.Destination;
import io.github.tapvirtuous.testing.airbyte.Source;
import io.github.tapvirtuous.testing.airbyte.SourceRun;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reads that go on from the states of one before. */
final class IncrementalReadTest {
  private static final int GIFTS = 60;

  @RegisterExtension private final Tap tap = new Tap();

  private final Source source = Source.inProcess(tap);

  @BeforeEach
  void a_table_with_modified_dates_and_one_without() {
    tap.tables("gifts", "gift_destinations")
        .set("page_size", 10)
        .set("sample_size", 10)
        .serves(
            StandIn.builder()
                .clock(tap.clock())
                .rows("gifts", GIFTS, 7)
                .rows("gift_destinations", 25, 7)
                .offers("gifts", Offer.KEY_LISTS));
  }

  private List<Long> aDayPasses() {
    tap.clock().step(Duration.ofDays(1));
    var changed = tap.standIn().modifySome("gifts", 3);
    tap.standIn().insertLikeAnother("gifts");
    return changed;
  }

  private void assertStored(Destination destination, ConfiguredCatalog catalog) {
    assertThat(StoredRows.differences(destination, catalog, tap.standIn())).isEmpty();
  }

  @Test
  void the_second_read_brings_what_changed_and_nothing_is_missed() {
    var catalog = source.discovered();
    var destination = new Destination(catalog).load(source.read(catalog).well().output());
    var changed = aDayPasses();

    var second = source.read(catalog, destination.states()).well();

    assertThat(second.output().ids("gifts")).hasSizeBetween(4, 10).containsAll(changed);
    assertStored(destination.load(second.output()), catalog);
  }

  @Test
  void day_after_day_nothing_is_missed() {
    var catalog = source.discovered();
    var destination = new Destination(catalog).load(source.read(catalog).well().output());
    for (int day = 0; day < 4; day++) {
      aDayPasses();
      var run = source.read(catalog, destination.states()).well();
      assertThat(run.output().rows("gifts")).hasSizeLessThan(GIFTS / 2);
      destination.load(run.output());
    }

    assertStored(destination, catalog);
  }

  @Test
  void where_there_is_no_modified_date_all_rows_come_and_the_log_says_why() {
    var catalog = source.discovered().only("gift_destinations");
    var first = source.read(catalog).well();

    var second = source.read(catalog, first.output().lastStates()).well();

    assertThat(second.output().rows("gift_destinations")).hasSize(25);
    assertThat(linesOf(second, "gift_destinations"))
        .anyMatch(line -> line.contains("read whole, as it has no modified date"));
  }

  private static List<String> linesOf(SourceRun run, String stream) {
    return run.log().lines().filter(line -> line.contains(stream)).toList();
  }

  @Test
  void a_state_of_a_stream_that_is_not_asked_for_is_no_trouble() {
    var catalog = source.discovered();
    var first = source.read(catalog).well();
    aDayPasses();

    var second = source.read(catalog.only("gifts"), first.output().lastStates()).well();

    assertThat(second.output().ids("gifts")).hasSizeBetween(4, 10);
    assertThat(second.output().rows("gift_destinations")).isEmpty();
  }

  @Test
  void after_a_full_refresh_nothing_is_missed() {
    var catalog = source.discovered().only("gifts");
    var whole = ConfiguredCatalog.fullRefresh(source.discover().output().catalog()).only("gifts");
    var destination = new Destination(catalog).load(source.read(whole).well().output());
    aDayPasses();

    var second = source.read(catalog, destination.states()).well();

    assertThat(second.output().ids("gifts")).hasSizeGreaterThanOrEqualTo(4);
    assertStored(destination.load(second.output()), catalog);
  }

  @Test
  void a_column_that_is_new_brings_all_rows_once() {
    var catalog = source.discovered().only("gifts");
    var narrow =
        catalog.each(
            stream ->
                stream
                    .withObjectProperty("stream")
                    .withObjectProperty("json_schema")
                    .withObjectProperty("properties")
                    .remove("notes"));
    var first = source.read(narrow).well();
    aDayPasses();

    var second = source.read(catalog, first.output().lastStates()).well();

    assertThat(second.output().ids("gifts")).hasSize(GIFTS + 1);
  }
}
