package io.github.tapvirtuous.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.config.Version;
import io.github.tapvirtuous.log.LogConfigurator;
import io.github.tapvirtuous.report.HourlyQuota;
import io.github.tapvirtuous.report.Meter;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.report.RunReport;
import io.github.tapvirtuous.standin.access.SteppingClock;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class DisplayTest {
  private final SteppingClock clock = new SteppingClock(Instant.parse("2026-03-01T02:00:00Z"));
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final RunReport run = new RunReport(clock, Meter.Maker.silent());
  private Runnable tick = () -> {};
  private boolean ticks;

  private Watch.Shown begin() {
    var window = new Window(out, 80, StandardCharsets.UTF_8);
    var display = new Display(window, Map.of("NO_COLOR", "1"), clock, this::ticker);
    return display.begin(run, () -> new HourlyQuota(Optional.of(4612L), Optional.of(5000L)));
  }

  private Watch.Shown ticker(Runnable work) {
    tick = work;
    ticks = true;
    return () -> ticks = false;
  }

  /** What the terminal was sent since the last time, with the escape as {@code ^}. */
  private String sent() {
    var text = out.toString(StandardCharsets.UTF_8).replace('\u001b', '^').replace("\r", "<");
    out.reset();
    return text;
  }

  @Test
  void what_has_ended_stays_and_the_rest_is_drawn_anew() {
    var gifts = run.stream("gifts", "Gift");
    var contacts = run.stream("contacts", "Contact");
    try (var shown = begin()) {
      contacts.started();
      contacts.total(20_000);
      contacts.pageWritten(1000);
      clock.step(Duration.ofSeconds(1));
      tick.run();
      assertThat(sent())
          .isEqualTo(
              "<^[J"
                  + "tap-virtuous "
                  + Version.current()
                  + " · 2 tables · quota 4,612 of 5,000\n"
                  + "<^[J^[?7l▸ contacts  1,000 of 20,000  5 %  1,000 rows/s  19 s left\n"
                  + "  1 table waiting · quota 4,612 · 0:00:01^[?7h<^[1A");

      contacts.finished(Outcome.VERIFIED, "");
      gifts.started();
      gifts.retried();
      tick.run();
      assertThat(sent())
          .startsWith("<^[J✓ contacts        1,000 rows  1.0 s  verified\n^[?7l▸ contacts")
          .endsWith("<^[J^[?7l▸ gifts     0 rows\n  1 retry · quota 4,612 · 0:00:01^[?7h<^[1A");
      assertThat(shown).isNotNull();
    }
    assertThat(sent()).isEqualTo("<^[J");
    assertThat(ticks).isFalse();
  }

  @Test
  void lines_of_the_log_scroll_above() {
    var log = LoggerFactory.getLogger(LogConfigurator.class);
    run.stream("gifts", "Gift").started();
    try (var shown = begin()) {
      tick.run();
      sent();
      log.warn("Look: 0 retries · 1 wait");
      assertThat(sent())
          .matches(
              "<\\^\\[J\\S+Z WARNING Look: 0 retries · 1 wait\n\\^\\[\\?7l▸ gifts  0 rows\n.*<\\^\\[1A");
      assertThat(shown).isNotNull();
    }
  }

  @Test
  void a_wait_for_the_quota_is_drawn_with_its_end() {
    var gifts = run.stream("gifts", "Gift");
    gifts.started();
    try (var shown = begin()) {
      gifts.waitsForQuota(clock.instant().plusSeconds(2460));
      tick.run();
      assertThat(sent()).contains("\n⏸ quota used up, going on at 02:41 (41 min); everything");

      gifts.waited(Duration.ofMinutes(41));
      tick.run();
      assertThat(sent()).doesNotContain("⏸");
      assertThat(shown).isNotNull();
    }
  }

  @Test
  void a_run_of_nothing_leaves_nothing() {
    begin().close();
    tick.run(); // as it may, once

    assertThat(sent()).isEqualTo("<^[J");
  }
}
