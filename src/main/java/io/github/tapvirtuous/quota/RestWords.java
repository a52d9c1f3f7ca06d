package io.github.tapvirtuous.quota;

import io.github.tapvirtuous.quota.Turn.Rest;
import io.github.tapvirtuous.reply.Seconds;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Tells people why all requests wait and how long. */
final class RestWords {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private RestWords() {}

  /**
   * A clause such as {@code the quota is used up: all requests wait 90 s}.
   *
   * @param longer whether it goes on from a rest before
   */
  static String of(Rest rest, Clock clock, boolean longer) {
    var now = clock.instant();
    return "%s: all requests wait %s%s"
        .formatted(
            reason(rest),
            Seconds.text(whole(Duration.between(now, rest.until()))),
            longer ? " longer" : "");
  }

  private static String reason(Rest rest) {
    return switch (rest.reason()) {
      case REFUSED -> "HTTP 429, the quota is used up";
      case NOTHING_LEFT, RESERVED -> "rate_limit_reserve is reached";
    };
  }

  /** Seconds, rounded up. */
  private static Duration whole(Duration left) {
    return left.plus(SECOND).minusNanos(1).truncatedTo(ChronoUnit.SECONDS);
  }
}
