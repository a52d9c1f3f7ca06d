package io.github.tapvirtuous.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.access.RateLimit;
import io.github.tapvirtuous.standin.access.SteppingClock;
import io.github.tapvirtuous.standin.faults.Fault;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.standin.wiremock.StandInWireMock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A quota that runs dry in the middle of a table. */
final class QuotaTest {
  private static final List<Long> IDS = LongStream.rangeClosed(1, 100).boxed().toList();
  private static final int REQUESTS = 25;
  private static final int BUDGET = 12;

  @TempDir Path folder;

  private final SteppingClock clock = new SteppingClock(Tap.START);

  private StandInWireMock virtuous(RateLimit limit) {
    return StandInWireMock.serving(
        StandIn.builder()
            .ids("gifts", IDS.stream().mapToLong(Long::longValue).toArray())
            .rateLimit(limit));
  }

  private Tap tap(StandInWireMock virtuous, int inFlight) {
    return new Tap(folder, virtuous.baseUri())
        .clock(clock)
        .catalogOf("gifts")
        .set("page_size", 5)
        .set("max_concurrent_requests", inFlight);
  }

  private static long refusals(StandInWireMock virtuous) {
    return virtuous.standIn().requests().stream().filter(seen -> seen.status() == 429).count();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void nobody_asks_while_the_quota_is_used_up(int inFlight) {
    try (var virtuous = virtuous(RateLimit.hourly(BUDGET, clock))) {
      var tap = tap(virtuous, inFlight);

      var run = tap.run();

      var dryTimes = 2L;
      var othersInFlight = inFlight - 1;
      assertThat(run.output().gifts()).as(run.log()).containsExactlyElementsOf(IDS);
      assertThat(run.exitCode()).isZero();
      assertThat(refusals(virtuous)).isLessThanOrEqualTo(dryTimes * othersInFlight);
      assertThat(virtuous.standIn().requestCount() - refusals(virtuous)).isEqualTo(REQUESTS);
      assertThat(tap.waits()).allMatch(wait -> wait.compareTo(Duration.ofMinutes(70)) <= 0);
      assertThat(run.log()).containsPattern("all requests wait 36[0-9]0 s");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void one_refusal_out_of_the_blue_makes_all_wait_and_go_on(int inFlight) {
    var standIn =
        StandIn.builder()
            .ids("gifts", IDS.stream().mapToLong(Long::longValue).toArray())
            .fault(When.request(7), Faults.limited(Map.of("Retry-After", "90")));
    try (var virtuous = StandInWireMock.serving(standIn)) {
      var tap = tap(virtuous, inFlight);

      var run = tap.run();

      assertThat(run.output().gifts()).as(run.log()).containsExactlyElementsOf(IDS);
      assertThat(virtuous.standIn().requestCount()).isEqualTo(REQUESTS + 1);
      assertThat(tap.waits()).isNotEmpty().hasSizeLessThanOrEqualTo(inFlight);
      assertThat(run.log())
          .containsOnlyOnce("HTTP 429, the quota is used up: all requests wait 90 s");
    }
  }

  @Test
  void without_retry_after_it_waits_a_minute_beyond_the_reset() {
    try (var virtuous = virtuous(RateLimit.hourly(BUDGET, clock).withoutRetryAfter())) {
      var run = tap(virtuous, 4).run();

      assertThat(run.output().gifts()).as(run.log()).containsExactlyElementsOf(IDS);
      assertThat(run.log()).containsPattern("all requests wait 36[06]0 s");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void a_reserve_is_left_to_others_and_nothing_is_ever_refused(int inFlight) {
    try (var virtuous = virtuous(RateLimit.hourly(BUDGET, clock))) {
      var run = tap(virtuous, inFlight).set("rate_limit_reserve", 4).run();

      assertThat(run.output().gifts()).as(run.log()).containsExactlyElementsOf(IDS);
      assertThat(refusals(virtuous)).isZero();
      assertThat(virtuous.standIn().requestCount()).isEqualTo(REQUESTS);
      assertThat(run.log()).contains("rate_limit_reserve is reached: all requests wait 3600 s");
    }
  }

  @Test
  void requests_in_flight_count_so_that_the_quota_never_goes_below_the_reserve() {
    try (var virtuous = virtuous(RateLimit.hourly(BUDGET, clock))) {
      var sentBefore = new CopyOnWriteArrayList<Integer>();
      var tap =
          tap(virtuous, 4)
              .set("rate_limit_reserve", 4)
              .sleeper(wait -> sentBefore.add(virtuous.standIn().requestCount()));

      var run = tap.run();

      assertThat(run.output().gifts()).as(run.log()).containsExactlyElementsOf(IDS);
      assertThat(sentBefore).containsExactly(8, 16, 24);
    }
  }

  @Test
  void after_a_refusal_one_request_asks_for_all_until_it_is_answered_well() {
    var sentBefore = new CopyOnWriteArrayList<Integer>();
    var standIn =
        StandIn.builder()
            .ids("gifts", IDS.stream().mapToLong(Long::longValue).toArray())
            .fault(When.request(2).times(4), allAtOnce(4))
            .fault(When.request(2).times(7), Faults.limited(Map.of("Retry-After", "90")));
    try (var virtuous = StandInWireMock.serving(standIn)) {
      var tap = tap(virtuous, 4).sleeper(wait -> sentBefore.add(virtuous.standIn().requestCount()));

      var run = tap.run();

      assertThat(run.output().gifts()).as(run.log()).containsExactlyElementsOf(IDS);
      assertThat(sentBefore).containsExactly(5, 6, 7, 8);
      assertThat(refusals(virtuous)).isEqualTo(7);
    }
  }

  /** No reply leaves before so many requests are there. */
  private static Fault allAtOnce(int requests) {
    var all = new CyclicBarrier(requests);
    return new Fault(
        "all at once",
        standIn -> await(all),
        UnaryOperator.identity(),
        UnaryOperator.identity(),
        UnaryOperator.identity());
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
      throw new IllegalStateException(alone);
    }
  }

  @Test
  void without_a_reserve_it_says_that_the_quota_is_used_up_and_until_when() {
    try (var virtuous = virtuous(RateLimit.hourly(BUDGET, clock))) {
      var run = tap(virtuous, 1).run();

      assertThat(run.log())
          .contains("gifts: the quota is used up: all requests wait 3600 s, until 11:00 Z.")
          .doesNotContain("rate_limit_reserve");
    }
  }

  @Test
  void the_report_tells_how_long_the_waits_really_took() {
    try (var virtuous = virtuous(RateLimit.hourly(BUDGET, clock))) {
      var oversleeping = tap(virtuous, 1).sleeper(wait -> clock.step(Duration.ofSeconds(60)));

      var run = oversleeping.run();

      assertThat(run.log()).contains("waits 2 (7320.0 s)");
    }
  }
}
