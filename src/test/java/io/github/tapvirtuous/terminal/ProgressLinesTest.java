package io.github.tapvirtuous.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.config.Version;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.report.RunReport;
import io.github.tapvirtuous.standin.access.SteppingClock;
import io.github.tapvirtuous.testing.LogLines;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ProgressLinesTest {
  @RegisterExtension private final LogLines log = new LogLines();

  private final SteppingClock clock = new SteppingClock(Instant.parse("2026-03-01T02:00:00Z"));
  private final RunReport run = new RunReport(clock, new ProgressLines(clock));

  @Test
  void a_run_is_told_as_it_goes() {
    var gifts = run.stream("gifts", "Gift");
    var pledges = run.stream("pledges", "Pledge");

    gifts.started();
    gifts.goesOnAt(10_000);
    gifts.total(100_000);
    gifts.pageWritten(1000);
    clock.step(Duration.ofSeconds(60));
    gifts.pageWritten(5000);
    gifts.pageWritten(1);
    gifts.finished(Outcome.VERIFIED, "");
    pledges.finished(Outcome.SKIPPED, "the network is away");

    assertThat(log.lines())
        .containsExactly(
            "INFO tap-virtuous " + Version.current() + ": 2 tables to sync.",
            "INFO gifts: begins.",
            "INFO gifts: 16,000 of 100,000, 16 %, 100 rows/s, 14 min 0 s left.",
            "INFO gifts: verified, 6,001 rows in 1 min 0 s.");
  }
}
