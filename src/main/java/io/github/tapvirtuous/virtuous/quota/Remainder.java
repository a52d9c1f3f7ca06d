package io.github.tapvirtuous.virtuous.quota;

import io.github.tapvirtuous.virtuous.http.RateLimit;
import java.time.Instant;
import java.util.Optional;

/**
 * What is left of the quota, as one reply has it.
 *
 * @param requests that may still be sent in this window
 * @param window told from others by its end, as the server names it
 * @param resetsAt its end by our own clock
 */
record Remainder(long requests, long window, Instant resetsAt) {
  /** Empty unless the reply says what is left, and until when. */
  static Optional<Remainder> of(RateLimit limit) {
    return limit
        .remaining()
        .flatMap(left -> limit.resetsAt().map(end -> new Remainder(left, limit.window(), end)));
  }

  /** One request less, of which nobody knows whether it was counted. */
  Remainder spent() {
    return new Remainder(requests - 1, window, resetsAt);
  }

  /**
   * Whether it was found out after the other, both being told by requests that ran side by side.
   */
  boolean isLaterThan(Remainder other) {
    return window > other.window || (window == other.window && requests < other.requests);
  }
}
