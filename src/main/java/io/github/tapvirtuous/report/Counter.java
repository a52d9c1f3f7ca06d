package io.github.tapvirtuous.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A number that is told once a minute, as the increment since it was last told. */
final class Counter {
  private static final Duration INTERVAL = Duration.ofSeconds(60);

  private final String metric;
  private final Metrics metrics;
  private final Clock clock;
  private Instant lastTold;
  private long untold;
  private long total;

  Counter(String metric, Metrics metrics, Clock clock) {
    this.metric = metric;
    this.metrics = metrics;
    this.clock = clock;
    this.lastTold = clock.instant();
  }

  void add(long increment) {
    untold += increment;
    total += increment;
    if (!clock.instant().isBefore(lastTold.plus(INTERVAL))) {
      tell();
    }
  }

  void tell() {
    metrics.count(metric, untold);
    untold = 0;
    lastTold = clock.instant();
  }

  long total() {
    return total;
  }
}
