package io.github.tapvirtuous.sync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProvenReachTest {
  @ParameterizedTest
  @CsvSource({
    // rows when it was proven, rows now, hours later
    "1000, 1000, 1, true",
    "1000, 0, 1, true",
    "1000, 1999, 1, true",
    "1000, 2000, 1, false",
    "1000, 5000, 1, false",
    "1000, -1, 1, false",
    "1000, 1000, 167, true",
    "1000, 1000, 168, false",
    "1000, 1000, -1, false",
    "10, 10, 1, true",
    "9, 9, 1, false",
    "0, 0, 1, false",
    "0, 1000, 1, false"
  })
  void that_it_reaches_back_is_kept_for_a_while(long rows, long now, int hours, boolean holds) {
    var at = Instant.parse("2026-03-09T10:00:00Z");
    var proven = new ProvenReach(rows, at);

    assertThat(proven.holds(now, at.plus(Duration.ofHours(hours)), Duration.ofDays(7)))
        .isEqualTo(holds);
  }
}
