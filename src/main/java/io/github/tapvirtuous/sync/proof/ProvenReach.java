package io.github.tapvirtuous.sync.proof;

import java.time.Duration;
import java.time.Instant;

/**
 * A proof (a), of both ends of time, that need not be asked for again for a while.
 *
 * @param rows of the table when it was given
 * @param at when that was, by the server's clock
 */
record ProvenReach(long rows, Instant at) {
  /** What so few rows show may be chance. */
  private static final int TOO_FEW = 10;

  /**
   * Whether it may stand for a new one.
   *
   * @param rowsNow of the table
   * @param kept how long it is good for
   */
  boolean holds(long rowsNow, Instant now, Duration kept) {
    return rows >= TOO_FEW
        && rowsNow >= 0
        && rowsNow / 2 < rows
        && !at.isAfter(now)
        && Duration.between(at, now).compareTo(kept) < 0;
  }
}
