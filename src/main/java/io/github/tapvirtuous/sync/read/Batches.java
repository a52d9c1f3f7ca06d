package io.github.tapvirtuous.sync.read;

import io.github.tapvirtuous.error.SourceException;
import java.util.Optional;

/** What a plan reads of one stream, batch by batch, each row once. */
public interface Batches extends AutoCloseable {

  /** Sends the first requests, so that their replies come while others are being written. */
  void prefetch();

  /**
   * Waits for the next rows; empty once there are none.
   *
   * @throws SourceException when they cannot be had, or the run is being stopped
   */
  Optional<Batch> next();

  /**
   * Whether there is time for the stream that comes next: no request of this one is left to send.
   */
  boolean isNearlyDone();

  /** Rows that came so far, those of earlier runs included. */
  long rowsSoFar();

  /** Whether a later run takes up further on, though no more rows came: not to be guessed. */
  default boolean hasMoved() {
    return false;
  }

  /**
   * How the read ended, once {@link #next} is empty.
   *
   * @throws SourceException when rows could not be sent
   */
  ReadEnd end();

  /** A failure before the end, and what could not be sent besides. */
  SourceException besides(SourceException failure);

  /** Lets go of what is in flight. */
  @Override
  void close();
}
