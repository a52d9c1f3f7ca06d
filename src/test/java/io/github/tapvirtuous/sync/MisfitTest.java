package io.github.tapvirtuous.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.sync.SelectedStream.Advice;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MisfitTest {
  private static final SelectedStream SAMPLED = FakeBatches.GIFTS;
  private static final SelectedStream GIVEN =
      new SelectedStream(
          "donations",
          SAMPLED.table(),
          SAMPLED.schema(),
          Set.of(),
          new Advice("Ask for it anew", "Widen them there"));

  @Test
  void names_the_fields_and_what_whoever_gave_the_schema_advises() {
    assertThat(Misfit.drift(GIVEN, List.of("mood", "weather")))
        .hasMessage(
            "donations has fields that its schema lacks: mood, weather."
                + " Ask for it anew, or set \"schema_drift\" to \"drop\".");
    assertThat(Misfit.mismatch(GIVEN, List.of("mood")))
        .hasMessage(
            "donations has values that do not fit their columns: mood."
                + " Widen them there, or set \"type_mismatch\" to \"null\".");
  }

  @Test
  void advises_a_larger_sample_where_the_columns_are_those_of_a_sample() {
    assertThat(Misfit.drift(SAMPLED, List.of("mood")))
        .hasMessageEndingWith("Raise \"sample_size\", or set \"schema_drift\" to \"drop\".");
  }

  @Test
  void whatever_names_a_server_invents_the_message_is_one_line_and_short() {
    var names = IntStream.range(0, 500).mapToObj(n -> n + "\n".repeat(5_000)).toList();

    assertThat(Misfit.drift(GIVEN, names).getMessage()).doesNotContain("\n").hasSizeLessThan(3000);
    assertThat(Misfit.mismatch(GIVEN, names)).hasMessageContaining(" and 480 more. Widen ");
  }
}
