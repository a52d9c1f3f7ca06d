package io.github.tapvirtuous.api;

import java.time.Duration;

/** Durations for people. */
final class Seconds {
  private Seconds() {}

  /** {@code 30 s}, or {@code 250 ms} for parts of a second. */
  static String text(Duration duration) {
    return duration.toMillisPart() == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
  }
}
