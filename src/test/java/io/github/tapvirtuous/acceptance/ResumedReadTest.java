package io.github.tapvirtuous.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.airbyte.ConfiguredCatalog;
import io.github.tapvirtuous.testing.airbyte.Destination;
import io.github.tapvirtuous.testing.airbyte.Source;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The source dies at any line of what it writes; what no state speaks for is lost with it. */
final class ResumedReadTest {
  private static final List<Long> GIFTS = ids(23);
  private static final List<Long> PROJECTS = ids(9);

  @RegisterExtension private final Tap tap = Tap.patient();

  private final Source source = Source.inProcess(tap);

  private static List<Long> ids(int count) {
    return LongStream.rangeClosed(1, count).boxed().toList();
  }

  @BeforeEach
  void small_pages() {
    tap.tables("gifts", "projects")
        .set("page_size", 5)
        .set("max_concurrent_requests", 1)
        .serves(StandIn.builder().clock(tap.clock()).ids("gifts", GIFTS).ids("projects", PROJECTS));
  }

  private ConfiguredCatalog catalog(String mode) {
    var discovered = source.discover().well().output().catalog();
    return mode.equals("incremental")
        ? ConfiguredCatalog.incremental(discovered)
        : ConfiguredCatalog.fullRefresh(discovered).generation(3, 3);
  }

  @ParameterizedTest
  @CsvSource({"incremental", "full_refresh"})
  @Tag("slow")
  void a_death_at_any_line_loses_nothing(String mode) {
    var catalog = catalog(mode);
    var whole = source.read(catalog).well().output();

    for (int lines = 0; lines <= whole.messages().size(); lines++) {
      var destination = new Destination(catalog).load(whole.first(lines));
      destination.load(source.read(catalog, destination.states()).well().output());

      assertThat(destination.ids("gifts")).as("line " + lines).isEqualTo(GIFTS);
      assertThat(destination.ids("projects")).as("line " + lines).isEqualTo(PROJECTS);
    }
  }

  @ParameterizedTest
  @CsvSource({"incremental", "full_refresh"})
  void the_next_read_goes_on_where_the_state_says(String mode) {
    var catalog = catalog(mode).only("gifts");
    var whole = source.read(catalog).well().output();
    var half = whole.first(whole.messages().indexOf(thirdState(whole.messages())) + 1);
    var destination = new Destination(catalog).load(half);

    var rest = source.read(catalog, destination.states()).well().output();

    assertThat(half.rows("gifts")).hasSizeBetween(10, 20);
    assertThat(rest.rows("gifts")).hasSizeLessThan(GIFTS.size() - half.rows("gifts").size() + 2);
  }

  private static <T> T thirdState(List<T> messages) {
    return messages.stream()
        .filter(each -> each.toString().startsWith("{\"type\":\"STATE\""))
        .skip(2)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void another_attempt_of_a_full_refresh_brings_what_the_first_had_not_and_no_row_twice() {
    var catalog = catalog("full_refresh");
    var first = new Destination(catalog).load(source.read(catalog.only("gifts")).well().output());

    var second = source.read(catalog, first.states()).well().output();
    var nextSync = source.read(catalog.generation(4, 4), first.states()).well().output();

    assertThat(second.rows("gifts")).isEmpty();
    assertThat(second.ending("gifts")).isEqualTo("COMPLETE");
    assertThat(second.ids("projects")).isEqualTo(PROJECTS);
    assertThat(nextSync.ids("gifts")).isEqualTo(GIFTS);
  }

  @Test
  void a_full_refresh_that_goes_on_brings_no_row_twice() {
    var catalog = catalog("full_refresh").only("gifts");
    var whole = source.read(catalog).well().output();
    var half = whole.first(whole.messages().indexOf(thirdState(whole.messages())) + 1);
    var destination = new Destination(catalog).load(half);

    var rest = source.read(catalog, destination.states()).well().output();

    assertThat(Stream.of(half, rest).flatMap(output -> output.ids("gifts").stream()))
        .containsExactlyElementsOf(GIFTS);
  }

  @Test
  void rows_that_vanish_meanwhile_cost_no_other_row() {
    var catalog = catalog("incremental").only("gifts");
    var whole = source.read(catalog).well().output();
    var half = whole.first(whole.messages().indexOf(thirdState(whole.messages())) + 1);
    var destination = new Destination(catalog).load(half);
    List.of(2L, 3L, 4L).forEach(id -> tap.standIn().delete("gifts", id));

    destination.load(source.read(catalog, destination.states()).well().output());

    assertThat(destination.ids("gifts")).containsAll(tap.standIn().ids("gifts"));
  }
}
