package io.github.tapvirtuous.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as both homes keep them: whole microseconds since 1970. */
final class Micros {
  private Micros() {}

  /** Rounded down; nothing that Virtuous tells of happened before 1970. */
  static long of(Instant instant) {
    var since = instant.isBefore(Instant.EPOCH) ? Instant.EPOCH : instant;
    return ChronoUnit.MICROS.between(Instant.EPOCH, since);
  }

  static long of(Duration duration) {
    return of(Instant.EPOCH.plus(duration));
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
