package io.github.tapvirtuous.report;

import java.time.Duration;
import java.time.Instant;

/** Two that listen to the same stream. */
record MeterPair(Meter one, Meter other) implements Meter {
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
