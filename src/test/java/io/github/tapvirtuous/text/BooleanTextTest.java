package io.github.tapvirtuous.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BooleanTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"true", "True", "TRUE", "tRuE", "1", "1.0", "1e0", "10e-1"})
  void reads_as_true(String text) {
    assertThat(truth(text)).isEqualTo("true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "False", "FALSE", "0", "0.0", "-0", "0e9"})
  void reads_as_false(String text) {
    assertThat(truth(text)).isEqualTo("false");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yes",
        "no",
        "t",
        "f",
        "truer",
        "fals",
        " true",
        "2",
        "-1",
        "0.5",
        "10",
        "01",
        "ｔrue",
        "999999999999999999999999999999999999999999999999999999999999999999999999999999999999"
      })
  void refuses_every_other_text(String text) {
    assertThat(truth(text)).isEqualTo("mismatch");
  }

  private static String truth(String text) {
    TextRule rule = BooleanText::normalise;
    return rule.on(text, BooleanText.MAX_LENGTH);
  }
}
