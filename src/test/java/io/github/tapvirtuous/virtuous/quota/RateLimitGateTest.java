package io.github.tapvirtuous.virtuous.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.standin.access.SteppingClock;
import io.github.tapvirtuous.virtuous.quota.Turn.Go;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RateLimitGateTest {
  private static final int MANY = 8;

  private final SteppingClock clock = new SteppingClock(Instant.parse("2026-03-02T10:00:00Z"));
  private final Instant opensAt = clock.instant().plus(Duration.ofMinutes(1));
  private final RateLimitGate gate = new RateLimitGate(new Allowance(0), clock);
  private final List<Instant> rests = Collections.synchronizedList(new ArrayList<>());
  private final List<Boolean> longer = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService threads = Executors.newFixedThreadPool(MANY);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private Go pass() throws InterruptedException {
    return gate.pass(
        (rest, goesOn) -> {
          rests.add(rest.until());
          longer.add(goesOn);
          clock.step(Duration.between(clock.instant(), rest.until()));
        });
  }

  private void refuse(Go request, Instant until) {
    gate.left(allowance -> allowance.refused(request, until, clock.instant()));
  }

  private void answer(Go request) {
    gate.left(allowance -> allowance.replied(request, Optional.empty()));
  }

  private void fail(Go request) {
    gate.left(allowance -> allowance.failed(request, Optional.empty()));
  }

  @Test
  void lets_everybody_through_while_it_is_open() throws InterruptedException {
    pass();
    pass();

    assertThat(rests).isEmpty();
  }

  @Test
  void one_rests_for_all_and_asks_and_the_others_follow_its_reply() throws Exception {
    refuse(pass(), opensAt);

    var passed = passAll();
    var scout = next(passed);
    assertThat(turnOfOneMore()).isEqualTo(new Turn.Hold());
    answer(scout);

    for (int other = 1; other < MANY; other++) {
      assertThat(next(passed)).isNotNull();
    }
    assertThat(rests).containsExactly(opensAt);
  }

  @Test
  void each_takes_its_turn_while_the_ones_before_come_to_nothing() throws Exception {
    refuse(pass(), opensAt);

    var passed = passAll();
    for (int turn = 0; turn < MANY; turn++) {
      var scout = next(passed);
      assertThat(turnOfOneMore()).isEqualTo(new Turn.Hold());
      fail(scout);
    }

    assertThat(rests).containsExactly(opensAt);
  }

  @Test
  void another_one_rests_when_the_one_that_did_is_stopped() throws Exception {
    refuse(pass(), opensAt);
    var resting = new CountDownLatch(1);
    var stopped =
        threads.submit(
            () ->
                gate.pass(
                    (rest, goesOn) -> {
                      resting.countDown();
                      new CountDownLatch(1).await();
                    }));
    assertThat(resting.await(1, TimeUnit.MINUTES)).isTrue();
    var waiting = threads.submit(this::pass);

    stopped.cancel(true);

    assertThat(waiting.get(1, TimeUnit.MINUTES)).isNotNull();
    assertThat(rests).containsExactly(opensAt);
  }

  @Test
  void whoever_is_stopped_while_it_waits_for_a_reply_stops_waiting() throws InterruptedException {
    refuse(pass(), opensAt);
    pass();

    Thread.currentThread().interrupt();

    assertThatThrownBy(this::pass).isInstanceOf(InterruptedException.class);
  }

  @Test
  void rests_on_when_it_was_closed_for_longer_meanwhile() throws InterruptedException {
    var first = pass();
    var second = pass();
    refuse(first, opensAt);
    var request =
        gate.pass(
            (rest, goesOn) -> {
              if (rests.isEmpty()) {
                refuse(second, opensAt.plusSeconds(9));
              }
              rests.add(rest.until());
              longer.add(goesOn);
              clock.step(Duration.between(clock.instant(), rest.until()));
            });

    assertThat(request).isNotNull();
    assertThat(rests).containsExactly(opensAt, opensAt.plusSeconds(9));
    assertThat(longer).containsExactly(false, true);
  }

  private CompletionService<Go> passAll() {
    var passed = new ExecutorCompletionService<Go>(threads);
    for (int thread = 0; thread < MANY; thread++) {
      passed.submit(this::pass);
    }
    return passed;
  }

  private static Go next(CompletionService<Go> passed) throws Exception {
    return Optional.ofNullable(passed.poll(1, TimeUnit.MINUTES)).orElseThrow().get();
  }

  private Turn turnOfOneMore() {
    var turn = new ArrayList<Turn>();
    gate.left(allowance -> turn.add(allowance.next(clock.instant())));
    return turn.get(0);
  }
}
