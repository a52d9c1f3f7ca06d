package io.github.tapvirtuous.report;

import java.time.Duration;

/** Meters for tests that have no use for any. */
public final class Meters {
  public static final Meter.Maker NONE = (stream, endpoint) -> new Deaf();

  private Meters() {}

  private record Deaf() implements Meter {
    @Override
    public void rowsWritten(long rows) {}

    @Override
    public void requestSent() {}

    @Override
    public void requestEnded(int status, Duration duration) {}

    @Override
    public void finished(Outcome outcome, Duration duration) {}
  }
}
