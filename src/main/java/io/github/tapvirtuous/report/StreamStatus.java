package io.github.tapvirtuous.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a stream stands.
 *
 * @param rows that this run wrote
 * @param reached rows that its scan has sent so far, those of earlier runs included
 * @param total the rows that the source says it has of what is read
 * @param waitsUntil when its request may go that waits for the quota
 */
public record StreamStatus(
    String name,
    State state,
    Outcome outcome,
    long rows,
    long reached,
    OptionalLong total,
    long retries,
    Optional<Instant> waitsUntil,
    Duration elapsed) {
  /** Whether its turn has come, or is over. */
  public enum State {
    WAITING,
    READ,
    ENDED
  }
}
