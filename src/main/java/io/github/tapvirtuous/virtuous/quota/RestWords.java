package io.github.tapvirtuous.virtuous.quota;

import io.github.tapvirtuous.error.Seconds;
import io.github.tapvirtuous.virtuous.quota.Turn.Rest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Tells people why all requests wait, how long, and until when by the clock on their wall. */
final class RestWords {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm z", Locale.ENGLISH);
  private static final DateTimeFormatter DATE_AND_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm z", Locale.ENGLISH);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private RestWords() {}

  /**
   * A clause such as {@code the quota is used up: all requests wait 90 s, until 11:00 CET}.
   *
   * @param clock whose zone is the user's
   * @param longer whether it goes on from a rest before
   */
  static String of(Rest rest, Clock clock, boolean longer) {
    var now = clock.instant();
    return "%s: all requests wait %s%s, until %s"
        .formatted(
            reason(rest),
            Seconds.text(whole(Duration.between(now, rest.until()))),
            longer ? " longer" : "",
            time(rest.until(), clock));
  }

  private static String reason(Rest rest) {
    return switch (rest.reason()) {
      case REFUSED -> "HTTP 429, the quota is used up";
      case NOTHING_LEFT -> "the quota is used up";
      case RESERVED -> "rate_limit_reserve is reached";
    };
  }

  /** Seconds, rounded up. */
  private static Duration whole(Duration left) {
    return left.plus(SECOND).minusNanos(1).truncatedTo(ChronoUnit.SECONDS);
  }

  /** The full minute by which it is over; with the date unless that is today's. */
  private static String time(Instant until, Clock clock) {
    var minute = until.plus(MINUTE).minusNanos(1).truncatedTo(ChronoUnit.MINUTES);
    var local = minute.atZone(clock.getZone());
    var today = ZonedDateTime.now(clock).toLocalDate();
    return (local.toLocalDate().equals(today) ? TIME : DATE_AND_TIME).format(local);
  }
}
