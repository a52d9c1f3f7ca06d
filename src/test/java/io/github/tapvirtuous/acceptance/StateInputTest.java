package io.github.tapvirtuous.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.airbyte.ConfiguredCatalog;
import io.github.tapvirtuous.testing.airbyte.Destination;
import io.github.tapvirtuous.testing.airbyte.Source;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** States as callers really send them, and generations: whether a read goes on or starts anew. */
final class StateInputTest {
  private static final int GIFTS = 60;

  @RegisterExtension private final Tap tap = new Tap();

  private final Source source = Source.inProcess(tap);
  private ConfiguredCatalog catalog = ConfiguredCatalog.incremental(StrictJson.of("{}"));

  @BeforeEach
  void a_table_that_changes() {
    tap.tables("gifts")
        .set("page_size", 10)
        .set("sample_size", 10)
        .serves(StandIn.builder().clock(tap.clock()).rows("gifts", GIFTS, 7));
    catalog = source.discovered();
  }

  /** What stands there after a first read, a day before something changes. */
  private Destination afterAFirst(ConfiguredCatalog asked) {
    var destination = new Destination(asked).load(source.read(asked).well().output());
    tap.clock().step(Duration.ofDays(1));
    tap.standIn().modifySome("gifts", 3);
    return destination;
  }

  private int rows(ConfiguredCatalog asked, String state) {
    return source.readFrom(state, asked).well().output().rows("gifts").size();
  }

  @Test
  void what_others_put_around_a_state_is_passed_over() {
    var destination = afterAFirst(catalog);

    var run = source.readFrom(destination.oddStates(), catalog).well();

    assertThat(run.output().rows("gifts")).hasSizeBetween(3, 9);
    assertThat(run.log()).doesNotContainIgnoringCase("duplicate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "",
        "{}",
        "[{\"type\":\"STREAM\",\"stream\":{\"stream_descriptor\":{\"name\":\"gifts\"}}}]",
        "[{\"type\":\"STREAM\",\"stream\":{\"stream_descriptor\":{\"name\":\"gifts\","
            + "\"namespace\":null},\"stream_state\":null},\"data\":null}]",
        "[{\"type\":\"STREAM\",\"stream\":{\"stream_descriptor\":{\"name\":\"gifts\"},"
            + "\"stream_state\":{}}}]",
        "[{\"type\":\"STREAM\",\"stream\":{\"stream_descriptor\":{\"name\":\"gifts\"},"
            + "\"stream_state\":{\"cursor\":\"2026-01-01\",\"index\":\"x\"}}}]",
        "[{\"type\":\"STREAM\",\"stream\":{\"stream_descriptor\":{\"name\":\"no_stream\"},"
            + "\"stream_state\":{\"a\":1}}}]"
      })
  void without_a_state_of_ours_all_rows_come(String state) {
    assertThat(rows(catalog, state)).isEqualTo(GIFTS);
  }

  @Test
  void in_the_same_generation_a_read_goes_on() {
    var asked = catalog.generation(4, 0);
    var state = afterAFirst(asked).states().toString();

    assertThat(rows(asked, state)).isLessThan(10);
  }

  @Test
  void in_a_new_generation_it_starts_from_scratch_whatever_the_state() {
    var state = afterAFirst(catalog.generation(4, 0)).states().toString();

    assertThat(rows(catalog.generation(5, 5), state)).isEqualTo(GIFTS);
  }

  @Test
  void after_that_it_goes_on_in_the_new_one() {
    var first = afterAFirst(catalog.generation(4, 0)).states().toString();
    var asked = catalog.generation(5, 5);
    var second = source.readFrom(first, asked).well().output().lastStates().toString();

    assertThat(rows(asked, second)).isLessThan(10);
  }

  @Test
  void who_numbers_no_generations_goes_on_from_any_state() {
    var numbered = afterAFirst(catalog.generation(4, 0)).states().toString();

    assertThat(rows(catalog, numbered)).isLessThan(10);
  }

  @Test
  void who_begins_to_number_them_does_not_read_all_again() {
    var state = afterAFirst(catalog).states().toString();

    assertThat(rows(catalog.generation(0, 0), state)).isLessThan(10);
  }

  @Test
  void a_state_says_of_which_generation_it_is() {
    var destination = afterAFirst(catalog.generation(4, 0));

    assertThat(destination.state("gifts").path("generation_id").intValue()).isEqualTo(4);
  }

  @Test
  void a_read_that_was_cut_off_in_an_older_generation_is_not_taken_up() {
    var whole = source.read(catalog.generation(4, 0)).well().output();
    var lines = whole.messages().indexOf(firstState(whole.messages())) + 1;
    var state = whole.first(lines).lastStates().toString();

    assertThat(rows(catalog.generation(5, 5), state)).isEqualTo(GIFTS);
  }

  private static <T> T firstState(List<T> messages) {
    return messages.stream()
        .filter(each -> each.toString().startsWith("{\"type\":\"STATE\""))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void fields_that_nobody_knows_yet_do_not_disturb_a_catalog() {
    var asked =
        catalog.each(
            stream -> {
              stream.put("include_files", false).putNull("destination_object_name");
              stream.withObjectProperty("stream").putNull("namespace");
              stream.putArray("a_field_of_tomorrow").add(1);
            });
    // null is what callers send, although the schema does not have it
    var run =
        source.run(
            "read",
            "--config",
            tap.config(),
            "--catalog",
            tap.file("configured.json", asked.json()));

    assertThat(run.well().output().rows("gifts")).hasSize(GIFTS);
  }
}
