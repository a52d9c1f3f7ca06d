package io.github.tapvirtuous.virtuous.quota;

import io.github.tapvirtuous.config.Sleeper;
import io.github.tapvirtuous.report.CallTally;
import java.time.Clock;
import java.time.Duration;

/** Waits, and reports how long that really took. */
public record Pause(Clock clock, Sleeper sleeper) {

  public void rest(Duration planned, CallTally tally) throws InterruptedException {
    var start = clock.instant();
    try {
      sleeper.sleep(planned);
    } finally {
      var taken = Duration.between(start, clock.instant());
      tally.waited(taken.isNegative() ? Duration.ZERO : taken);
    }
  }
}
