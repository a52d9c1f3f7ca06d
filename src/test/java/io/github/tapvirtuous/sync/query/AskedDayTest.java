package io.github.tapvirtuous.sync.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AskedDayTest {
  @ParameterizedTest
  @CsvSource({
    "2026-03-09T00:00:00Z, 1, 2026-03-06",
    "2026-03-09T23:59:59.999Z, 1, 2026-03-06",
    "2026-03-09T12:00:00Z, 0, 2026-03-07",
    "2026-03-01T12:00:00Z, 7, 2026-02-20",
    "2024-03-02T12:00:00Z, 0, 2024-02-29",
    "1900-01-16T00:00:00Z, 0, 1900-01-14",
    "1900-01-14T00:00:00Z, 0, 1900-01-13",
    "1066-10-14T09:00:00Z, 1, 1900-01-13",
    "-0044-03-15T00:00:00Z, 1, 1900-01-13",
    "2026-03-09T00:00:00Z, 2147483647, 1900-01-13"
  })
  void lies_two_days_before_the_lookback_and_never_before_all_rows(
      Instant time, int lookback, LocalDate day) {
    assertThat(AskedDay.since(time, lookback)).isEqualTo(day);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5})
  void no_zone_and_no_strictness_cuts_off_what_was_modified_within_the_lookback(int lookback) {
    var first = Instant.parse("2026-02-27T00:00:00Z");
    for (int hour = 0; hour < 24 * 4; hour++) {
      var time = first.plus(Duration.ofHours(hour));
      var asked = AskedDay.since(time, lookback);
      for (int zone = -12; zone <= 14; zone++) {
        var oldest = time.minus(Duration.ofDays(lookback)).atOffset(ZoneOffset.ofHours(zone));

        assertThat(oldest.toLocalDate()).as("%s, %s", time, zone).isAfter(asked);
      }
    }
  }

  @Test
  void the_days_at_both_ends_cannot_be_read_with_day_and_month_exchanged() {
    assertThat(AskedDay.LONG_AGO).hasDayOfMonth(13).hasYear(1900);
    assertThat(AskedDay.FAR_AHEAD).hasDayOfMonth(13).isAfter(LocalDate.of(2077, 1, 1));
  }
}
