package io.github.tapvirtuous.singer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongConsumer;

/** A number that is told once a minute, as the increment since it was last told. */
final class Counter {
  private static final Duration INTERVAL = Duration.ofSeconds(60);

  private final Clock clock;
  private final LongConsumer listener;
  private Instant lastTold;
  private long untold;

  /**
   * Starts at zero, now.
   *
   * @param listener is told each increment
   */
  Counter(Clock clock, LongConsumer listener) {
    this.clock = clock;
    this.listener = listener;
    this.lastTold = clock.instant();
  }

  void add(long increment) {
    untold += increment;
    if (!clock.instant().isBefore(lastTold.plus(INTERVAL))) {
      tell();
    }
  }

  void tell() {
    listener.accept(untold);
    untold = 0;
    lastTold = clock.instant();
  }
}
