package io.github.tapvirtuous.airbyte;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class StreamStatusesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StreamStatuses statuses =
      new StreamStatuses(new AirbyteOutput(out), Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void a_wait_past_the_end_of_a_stream_leaves_it_incomplete() {
    statuses.started("gifts");
    statuses.ended("gifts", false);
    out.reset();

    statuses.waits("gifts", NOW.plusSeconds(60));

    assertThat(out.toString(UTF_8)).isEmpty();
    assertThat(statuses.tellUnfinished()).isTrue();
  }

  @Test
  void a_stream_that_waits_before_its_first_reply_has_started() {
    statuses.waits("gifts", NOW.plusSeconds(60));

    assertThat(out.toString(UTF_8).lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("\"status\":\"STARTED\""),
            line -> assertThat(line).contains("\"RUNNING\"", "RATE_LIMITED", "1772366460000"));
  }
}
