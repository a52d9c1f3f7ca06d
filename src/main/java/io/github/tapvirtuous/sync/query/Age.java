package io.github.tapvirtuous.sync.query;

import java.time.Duration;
import java.time.Instant;

/** How long what was found out is good for. */
public final class Age {
  private Age() {}

  /** What is said to lie ahead is not believed. */
  public static boolean isBelow(Duration most, Instant at, Instant now) {
    return !at.isAfter(now) && Duration.between(at, now).compareTo(most) < 0;
  }
}
