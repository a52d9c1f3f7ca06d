package io.github.tapvirtuous.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InstantTextTest {
  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 2026-01-01T00:00:00Z",
    "2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
    "2026-01-01t02:30:00.5z, 2026-01-01T02:30:00.500Z",
    "2026-01-01T00:00:00-07:00, 2026-01-01T07:00:00Z",
    "2024-02-29, 2024-02-29T00:00:00Z"
  })
  void reads_what_names_a_moment(String text, Instant moment) {
    assertThat(InstantText.read(text)).contains(moment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026",
        "2026-01",
        "01/02/2026",
        "2026-1-1",
        "2026-02-30",
        "2026-01-01 ",
        "2026-01-01T00:00:00",
        "2026-01-01 00:00:00Z",
        "+12026-01-01T00:00:00Z",
        "-2026-01-01",
        "1767225600"
      })
  void and_nothing_else(String text) {
    assertThat(InstantText.read(text)).isEmpty();
  }
}
