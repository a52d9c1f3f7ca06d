package io.github.tapvirtuous.quota;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Where every request of the run waits while the quota is used up. */
public final class RateLimitGate {
  private final Clock clock;
  private final Sleeper sleeper;
  private Instant closedAt = Instant.MIN;
  private Instant opensAt = Instant.MIN;

  public RateLimitGate(Clock clock, Sleeper sleeper) {
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /**
   * Closes, or stays closed for longer. A reply to a request that was on its way before the last
   * closing cannot close it once more.
   *
   * @param sentAt of the request whose reply asks for it
   * @return how much longer than before everybody waits
   */
  synchronized Duration close(Instant sentAt, Duration pause) {
    var now = clock.instant();
    var opensWithoutThis = later(opensAt, now);
    if (!opensAt.isAfter(now)) {
      if (sentAt.isBefore(closedAt)) {
        return Duration.ZERO;
      }
      closedAt = now;
    }
    opensAt = later(opensWithoutThis, now.plus(pause));
    return Duration.between(opensWithoutThis, opensAt);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Returns once it is open. */
  public void pass() throws InterruptedException {
    var until = opensAt();
    for (var left = left(until); !left.isZero(); left = left(until)) {
      sleeper.sleep(left);
      open(until);
      until = opensAt();
    }
  }

  private Duration left(Instant until) {
    var now = clock.instant();
    return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
  }

  private synchronized Instant opensAt() {
    return opensAt;
  }

  /** After a wait, whatever the wall clock has done meanwhile; unless it was closed for longer. */
  private synchronized void open(Instant waitedFor) {
    if (opensAt.equals(waitedFor)) {
      opensAt = Instant.MIN;
    }
  }
}
