package io.github.tapvirtuous.error;

import java.time.Duration;

/** Durations for people. */
public final class Seconds {
  private Seconds() {}

  /** {@code 30 s}, or {@code 250 ms} for parts of a second. */
  public static String text(Duration duration) {
    return duration.toMillisPart() == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
  }
}
