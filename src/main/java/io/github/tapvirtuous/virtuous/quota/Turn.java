package io.github.tapvirtuous.virtuous.quota;

import java.time.Instant;

/** What whoever wants to send a request has to do. */
sealed interface Turn {
  /**
   * Send it.
   *
   * @param number in the order of what happened
   */
  record Go(long number) implements Turn {}

  /** Rest: nobody may ask before then. */
  record Rest(Instant until, Reason reason) implements Turn {}

  /** Wait until one of the requests in flight has ended: it tells more. */
  record Hold() implements Turn {}

  /** Why nobody may ask. */
  enum Reason {
    REFUSED,
    NOTHING_LEFT,
    RESERVED
  }
}
