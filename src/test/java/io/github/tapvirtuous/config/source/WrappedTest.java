package io.github.tapvirtuous.config.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WrappedTest {
  @Test
  void breaks_before_the_word_that_would_go_beyond_the_hundredth_column() {
    var ninety = "x".repeat(90);

    assertThat(Wrapped.at("  ", ninety + " 1234567 b"))
        .isEqualTo("  " + ninety + " 1234567\n  b\n");
    assertThat(Wrapped.at("  ", ninety + " 12345678")).isEqualTo("  " + ninety + "\n  12345678\n");
  }

  @Test
  void leaves_a_word_whole_that_fits_no_line() {
    var long120 = "x".repeat(120);

    assertThat(Wrapped.at(" ", long120 + " a")).isEqualTo(" " + long120 + "\n a\n");
  }
}
