package io.github.tapvirtuous.report;

import java.time.Duration;

/** Listens to the numbers of one stream as they come, for tools that watch. Any thread calls it. */
public interface Meter {
  void rowsWritten(long rows);

  void requestSent();

  /**
   * A request has ended.
   *
   * @param status 0 when no reply came
   */
  void requestEnded(int status, Duration duration);

  void finished(Outcome outcome, Duration duration);

  /** Makes the meter of each stream. */
  @FunctionalInterface
  interface Maker {
    /**
     * Listens from now on.
     *
     * @param endpoint the path that the stream is read from
     */
    Meter of(String stream, String endpoint);
  }
}
