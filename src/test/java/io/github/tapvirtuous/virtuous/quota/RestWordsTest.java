package io.github.tapvirtuous.virtuous.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.virtuous.quota.Turn.Reason;
import io.github.tapvirtuous.virtuous.quota.Turn.Rest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RestWordsTest {
  private static String words(Reason reason, String now, String until, boolean longer) {
    var clock = Clock.fixed(Instant.parse(now), ZoneId.of("Europe/Berlin"));
    return RestWords.of(new Rest(Instant.parse(until), reason), clock, longer);
  }

  @ParameterizedTest
  @CsvSource({
    "REFUSED, 'HTTP 429, the quota is used up'",
    "NOTHING_LEFT, the quota is used up",
    "RESERVED, rate_limit_reserve is reached",
  })
  void say_why_how_long_and_until_when_in_local_time(Reason reason, String why) {
    assertThat(words(reason, "2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z", false))
        .isEqualTo(why + ": all requests wait 3600 s, until 12:00 CET");
  }

  @Test
  void name_the_day_when_it_is_another_one_here() {
    assertThat(words(Reason.REFUSED, "2026-03-02T22:30:00Z", "2026-03-02T23:30:00Z", false))
        .endsWith("until 2026-03-03 00:30 CET");
  }

  @Test
  void promise_nothing_too_early() {
    assertThat(words(Reason.REFUSED, "2026-07-02T10:00:00.250Z", "2026-07-02T10:01:01Z", true))
        .endsWith("all requests wait 61 s longer, until 12:02 CEST");
  }
}
