package io.github.tapvirtuous.virtuous;

import io.github.tapvirtuous.config.TapConfig.Limits;
import io.github.tapvirtuous.virtuous.http.FailedTry;
import io.github.tapvirtuous.virtuous.http.TooLittleMemory;
import java.time.Duration;
import java.util.Optional;

/**
 * Decides what follows a failed try; it never waits itself.
 *
 * @param tries for one request
 * @param pause between two of them
 */
record RetryPolicy(int tries, Duration pause) {
  private static final int QUICK_TRIES = 3;
  private static final Duration QUICK_PAUSE = Duration.ofSeconds(1);

  static RetryPolicy patient(Limits limits) {
    return new RetryPolicy(limits.retryLimit(), limits.retryDelay());
  }

  static RetryPolicy once() {
    return new RetryPolicy(1, Duration.ZERO);
  }

  /**
   * The policy for a failure. Where there was no way to the server yet, its name is more likely
   * wrong than the network away, so that patience would only hide the mistake.
   *
   * @param contactMade whether there was an answer in this run
   */
  RetryPolicy facing(FailedTry failure, boolean contactMade) {
    return failure.foundNoWay() && !contactMade ? quick() : this;
  }

  private RetryPolicy quick() {
    var shorter = pause.compareTo(QUICK_PAUSE) < 0 ? pause : QUICK_PAUSE;
    return new RetryPolicy(Math.min(tries, QUICK_TRIES), shorter);
  }

  /**
   * The pause before the next try. Empty means: give up.
   *
   * @param attempt the try that failed, from 1
   * @param connectionReused whether it may have met a connection that had been idle
   */
  Optional<Duration> after(FailedTry failure, int attempt, boolean connectionReused) {
    if (!failure.isWorthAnotherTry() || attempt >= tries) {
      return Optional.empty();
    }
    if (failure instanceof TooLittleMemory) {
      return Optional.of(Duration.ZERO); // waiting makes no room
    }
    if (attempt == 1 && connectionReused && failure.mayBeIdleConnection()) {
      return Optional.of(Duration.ZERO);
    }
    var asked = failure.retryAfter().filter(wait -> !wait.isZero()); // else it would be hammered
    return Optional.of(asked.orElse(pause));
  }
}
