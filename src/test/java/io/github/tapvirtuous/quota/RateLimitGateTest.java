package io.github.tapvirtuous.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.SteppingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RateLimitGateTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final SteppingClock clock = new SteppingClock(Instant.parse("2026-03-02T10:00:00Z"));
  private final List<Duration> waits = new ArrayList<>();
  private final RateLimitGate gate = new RateLimitGate(clock, this::note);

  @Test
  void lets_everybody_through_while_it_is_open() throws InterruptedException {
    gate.pass();

    assertThat(waits).isEmpty();
  }

  @Test
  void says_how_much_longer_a_later_reply_makes_everybody_wait() {
    var sentAt = clock.instant();
    gate.close(sentAt, MINUTE);

    assertThat(gate.close(sentAt, MINUTE.plusSeconds(9))).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void closes_once_however_many_replies_ask_for_it() throws InterruptedException {
    var sentAt = clock.instant();
    clock.step(Duration.ofSeconds(1));

    assertThat(gate.close(sentAt, MINUTE)).isEqualTo(MINUTE);
    assertThat(gate.close(sentAt, MINUTE)).isZero();
    gate.pass();
    gate.pass();

    assertThat(waits).containsExactly(MINUTE);
  }

  @Test
  void a_later_reply_can_keep_it_closed_for_longer_but_not_open_it() throws InterruptedException {
    var sentAt = clock.instant();

    gate.close(sentAt, MINUTE);
    gate.close(sentAt, MINUTE.plusSeconds(5));
    gate.close(sentAt, Duration.ofSeconds(1));
    gate.pass();

    assertThat(waits).containsExactly(MINUTE.plusSeconds(5));
  }

  @Test
  void a_reply_of_before_the_closing_cannot_close_it_once_more() throws InterruptedException {
    var sentAt = clock.instant();
    clock.step(Duration.ofSeconds(1));
    gate.close(clock.instant(), MINUTE);
    gate.pass();

    assertThat(gate.close(sentAt, MINUTE)).isZero();
    gate.pass();

    assertThat(waits).containsExactly(MINUTE);
  }

  @Test
  void closes_again_for_a_request_that_was_sent_after_it_opened() throws InterruptedException {
    gate.close(clock.instant(), MINUTE);
    gate.pass();

    assertThat(gate.close(clock.instant(), MINUTE)).isEqualTo(MINUTE);
    gate.pass();

    assertThat(waits).containsExactly(MINUTE, MINUTE);
  }

  @Test
  void waits_on_when_it_was_closed_for_longer_meanwhile() throws InterruptedException {
    var extended = new ArrayList<Duration>();
    var gates = new ArrayList<RateLimitGate>();
    var extending =
        new RateLimitGate(
            clock,
            wait -> {
              if (extended.isEmpty()) {
                gates.get(0).close(clock.instant(), wait.plusSeconds(9));
              }
              extended.add(wait);
              clock.step(wait);
            });
    gates.add(extending);
    extending.close(clock.instant(), MINUTE);

    extending.pass();

    assertThat(extended).containsExactly(MINUTE, Duration.ofSeconds(9));
  }

  private void note(Duration wait) {
    waits.add(wait);
    clock.step(wait);
  }
}
