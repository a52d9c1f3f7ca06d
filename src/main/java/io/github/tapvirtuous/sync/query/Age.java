package io.github.tapvirtuous.sync.query;

import io.github.tapvirtuous.config.TapConfig.Incremental;
import java.time.Duration;
import java.time.Instant;

/** How long what was found out is good for. */
public final class Age {
  /** What was proven is good for so many days at most. */
  private static final int DAYS_KEPT = 7;

  private Age() {}

  /** How long a proof is good for. */
  public static Duration kept(Incremental settings) {
    return Duration.ofDays(Math.max(1, Math.min(DAYS_KEPT, settings.fullRefreshDays())));
  }

  /** What is said to lie ahead is not believed. */
  public static boolean isBelow(Duration most, Instant at, Instant now) {
    return !at.isAfter(now) && Duration.between(at, now).compareTo(most) < 0;
  }
}
