package io.github.tapvirtuous.report;

import java.time.Duration;
import java.time.Instant;

/**
 * Listens to the numbers of one stream as they come, for tools that watch. Any thread calls it. Not
 * every tool asks for every number.
 */
public interface Meter {
  /** Its turn has come. */
  default void started() {}

  /** The rows that its scan had sent in earlier runs; the total has them, too. */
  default void goesOnAt(long rows) {}

  /** The rows that the source says it has of what is read, as far as is known by now. */
  default void total(long rows) {}

  default void rowsWritten(long rows) {}

  default void requestSent() {}

  /**
   * A request has ended.
   *
   * @param status 0 when no reply came
   */
  default void requestEnded(int status, Duration duration) {}

  /** A request for it waits until then, as nothing is left of the quota. */
  default void waitsForQuota(Instant until) {}

  default void finished(Outcome outcome, Duration duration) {}

  /** Makes the meter of each stream. */
  @FunctionalInterface
  interface Maker {
    /**
     * Listens from now on.
     *
     * @param endpoint the path that the stream is read from
     */
    Meter of(String stream, String endpoint);

    /** Both listen. */
    default Maker and(Maker other) {
      return (stream, endpoint) -> new Pair(of(stream, endpoint), other.of(stream, endpoint));
    }

    /** Of a run that nobody watches. */
    static Maker silent() {
      return (stream, endpoint) -> new Meter() {};
    }
  }

  /** Two that listen to the same stream. */
  record Pair(Meter one, Meter other) implements Meter {
    @Override
    public void started() {
      one.started();
      other.started();
    }

    @Override
    public void goesOnAt(long rows) {
      one.goesOnAt(rows);
      other.goesOnAt(rows);
    }

    @Override
    public void total(long rows) {
      one.total(rows);
      other.total(rows);
    }

    @Override
    public void rowsWritten(long rows) {
      one.rowsWritten(rows);
      other.rowsWritten(rows);
    }

    @Override
    public void requestSent() {
      one.requestSent();
      other.requestSent();
    }

    @Override
    public void requestEnded(int status, Duration duration) {
      one.requestEnded(status, duration);
      other.requestEnded(status, duration);
    }

    @Override
    public void waitsForQuota(Instant until) {
      one.waitsForQuota(until);
      other.waitsForQuota(until);
    }

    @Override
    public void finished(Outcome outcome, Duration duration) {
      one.finished(outcome, duration);
      other.finished(outcome, duration);
    }
  }
}
