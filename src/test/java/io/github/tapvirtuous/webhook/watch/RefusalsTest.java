package io.github.tapvirtuous.webhook.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.access.SteppingClock;
import io.github.tapvirtuous.testing.LogLines;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RefusalsTest {
  @RegisterExtension private final LogLines log = new LogLines();

  private final SteppingClock clock = new SteppingClock(Instant.parse("2026-03-01T02:00:00Z"));
  private final Metrics metrics = new Metrics();
  private final Refusals refusals = new Refusals(clock, metrics);

  @Test
  void an_attack_is_a_line_a_minute() {
    for (var i = 0; i < 1000; i++) {
      refusals.add(Answer.UNSIGNED);
    }
    clock.step(Duration.ofMinutes(1));
    refusals.add(Answer.UNSIGNED);

    assertThat(log.lines())
        .containsExactly(
            "WARN Refused a request with 401: The signature is missing, or none of a known secret.",
            "WARN Refused 1000 requests with 401: The signature is missing, or none of a known"
                + " secret.");
    assertThat(metrics.page("").text()).contains("{reason=\"unsigned\"} 1001.0");
  }

  @Test
  void each_kind_has_its_own_line() {
    refusals.add(Answer.NOT_JSON);
    refusals.add(Answer.INBOX, "The inbox is full.");

    assertThat(log.lines())
        .containsExactly(
            "WARN Refused a request with 400: The body is not JSON.",
            "WARN Refused a request with 503: The inbox is full.");
  }
}
