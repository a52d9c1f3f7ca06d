package io.github.tapvirtuous.quota;

import io.github.tapvirtuous.report.StreamReport;
import java.time.Clock;
import java.time.Duration;

/** Waits, and reports it. */
public record Pause(Clock clock, Sleeper sleeper) {

  public void rest(Duration planned, StreamReport report) throws InterruptedException {
    report.waited(planned);
    sleeper.sleep(planned);
  }
}
