package io.github.tapvirtuous.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.0 s, 0 s, 0:00:00",
    "1249, 1.2 s, 1 s, 0:00:01",
    "59999, 60.0 s, 59 s, 0:00:59",
    "60000, 1 min 0 s, 1 min 0 s, 0:01:00",
    "250000, 4 min 10 s, 4 min 10 s, 0:04:10",
    "7500000, 2 h 5 min, 2 h 5 min, 2:05:00",
    "100800000, 28 h 0 min, 28 h 0 min, 28:00:00",
  })
  void times_are_as_exact_as_anybody_needs(long millis, String taken, String rough, String clock) {
    var time = Duration.ofMillis(millis);

    assertThat(Words.taken(time)).isEqualTo(taken);
    assertThat(Words.rough(time)).isEqualTo(rough);
    assertThat(Words.clock(time)).isEqualTo(clock);
  }

  @Test
  void the_pace_is_that_of_the_last_seconds() {
    var start = Instant.EPOCH;
    var pace = new Pace(start);
    assertThat(pace.rowsPerSecond()).isEmpty();

    pace.add(start.plusSeconds(10), 1000);
    assertThat(pace.rowsPerSecond()).hasValue(100);

    for (int second = 11; second <= 60; second++) {
      pace.add(start.plusSeconds(second), 1000 + (second - 10) * 10L);
    }
    assertThat(pace.rowsPerSecond()).hasValue(10);
  }
}
