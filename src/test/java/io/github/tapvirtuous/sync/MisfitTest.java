package io.github.tapvirtuous.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MisfitTest {
  @Test
  void names_the_fields() {
    assertThat(Misfit.drift("gifts", List.of("mood", "weather")))
        .hasMessageStartingWith("gifts has fields that its schema lacks: mood, weather. Make ");
  }

  @Test
  void whatever_names_a_server_invents_the_message_is_one_line_and_short() {
    var names = IntStream.range(0, 500).mapToObj(n -> n + "\n".repeat(5_000)).toList();

    assertThat(Misfit.drift("gifts", names).getMessage())
        .doesNotContain("\n")
        .hasSizeLessThan(3000);
    assertThat(Misfit.mismatch("gifts", names)).hasMessageContaining(" and 480 more. Widen ");
  }
}
