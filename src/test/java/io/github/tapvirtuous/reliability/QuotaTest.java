package io.github.tapvirtuous.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.access.RateLimit;
import io.github.tapvirtuous.standin.faults.Fault;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A quota that runs dry in the middle of a table. */
final class QuotaTest {
  private static final List<Long> IDS = LongStream.rangeClosed(1, 100).boxed().toList();

  /** Pages, the query options, and two that prove how to ask from a key on. */
  private static final int REQUESTS = 25 + 1 + 2;

  private static final int BUDGET = 12;

  @RegisterExtension private final Tap tap = Tap.patient();

  @BeforeEach
  void small_pages() {
    tap.keysOf("gifts").set("page_size", 5);
    limit(RateLimit.hourly(BUDGET, tap.clock()));
  }

  private void limit(RateLimit limit) {
    tap.serves(StandIn.builder().ids("gifts", IDS).rateLimit(limit));
  }

  private TapRun sync(int inFlight) {
    return tap.set("max_concurrent_requests", inFlight).sync();
  }

  private long refusals() {
    return tap.standIn().requests().stream().filter(seen -> seen.status() == 429).count();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void nobody_asks_while_the_quota_is_used_up(int inFlight) {
    var run = sync(inFlight);

    var dryTimes = 2L;
    var othersInFlight = inFlight - 1;
    assertThat(run.ids("gifts")).as(run.logText()).containsExactlyElementsOf(IDS);
    assertThat(run.exitCode()).isZero();
    assertThat(refusals()).isLessThanOrEqualTo(dryTimes * othersInFlight);
    assertThat(tap.standIn().requestCount() - refusals()).isEqualTo(REQUESTS);
    assertThat(run.waits()).allMatch(wait -> wait.compareTo(Duration.ofMinutes(70)) <= 0);
    assertThat(run.logText()).containsPattern("all requests wait 36[0-9]0 s");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void one_refusal_out_of_the_blue_makes_all_wait_and_go_on(int inFlight) {
    tap.serves(
        StandIn.builder()
            .ids("gifts", IDS)
            .fault(When.request(7), Faults.limited(Map.of("Retry-After", "90"))));

    var run = sync(inFlight);

    assertThat(run.ids("gifts")).as(run.logText()).containsExactlyElementsOf(IDS);
    assertThat(tap.standIn().requestCount()).isEqualTo(REQUESTS + 1);
    assertThat(run.waits()).isNotEmpty().hasSizeLessThanOrEqualTo(inFlight);
    assertThat(run.logText())
        .containsOnlyOnce("HTTP 429, the quota is used up: all requests wait 90 s");
  }

  @Test
  void without_retry_after_it_waits_a_minute_beyond_the_reset() {
    limit(RateLimit.hourly(BUDGET, tap.clock()).withoutRetryAfter());

    var run = sync(4);

    assertThat(run.ids("gifts")).as(run.logText()).containsExactlyElementsOf(IDS);
    assertThat(run.logText()).containsPattern("all requests wait 36[36]0 s");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void a_reserve_is_left_to_others_and_nothing_is_ever_refused(int inFlight) {
    tap.set("rate_limit_reserve", 4);

    var run = sync(inFlight);

    assertThat(run.ids("gifts")).as(run.logText()).containsExactlyElementsOf(IDS);
    assertThat(refusals()).isZero();
    assertThat(tap.standIn().requestCount()).isEqualTo(REQUESTS);
    assertThat(run.logText()).contains("rate_limit_reserve is reached: all requests wait 3630 s");
  }

  @Test
  void requests_in_flight_count_so_that_the_quota_never_goes_below_the_reserve() {
    var sentBefore = new CopyOnWriteArrayList<Integer>();
    tap.set("rate_limit_reserve", 4)
        .meanwhile(wait -> sentBefore.add(tap.standIn().requestCount()));

    var run = sync(4);

    assertThat(run.ids("gifts")).as(run.logText()).containsExactlyElementsOf(IDS);
    assertThat(sentBefore).containsExactly(8, 16, 24);
  }

  @ParameterizedTest
  @ValueSource(ints = {1500, 5000})
  void how_many_an_hour_holds_is_taken_from_the_headers(int hourly) {
    var sentBefore = new CopyOnWriteArrayList<Integer>();
    limit(RateLimit.hourly(hourly, tap.clock()));
    tap.set("rate_limit_reserve", hourly - 10)
        .meanwhile(wait -> sentBefore.add(tap.standIn().requestCount()));

    var run = sync(4);

    assertThat(run.ids("gifts")).as(run.logText()).containsExactlyElementsOf(IDS);
    assertThat(sentBefore).containsExactly(10, 20);
    assertThat(refusals()).isZero();
  }

  @Test
  void after_a_refusal_one_request_asks_for_all_until_it_is_answered_well() {
    var sentBefore = new CopyOnWriteArrayList<Integer>();
    tap.meanwhile(wait -> sentBefore.add(tap.standIn().requestCount()))
        .serves(
            StandIn.builder()
                .ids("gifts", IDS)
                .fault(When.request(2).times(4), allAtOnce(4))
                .fault(When.request(2).times(7), Faults.limited(Map.of("Retry-After", "90"))));

    var run = sync(4);

    assertThat(run.ids("gifts")).as(run.logText()).containsExactlyElementsOf(IDS);
    assertThat(sentBefore.stream().distinct()).containsExactly(5, 6, 7, 8);
    assertThat(refusals()).isEqualTo(7);
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
      barrier.await(5, TimeUnit.MINUTES);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
      throw new IllegalStateException(alone);
    }
  }

  @Test
  void without_a_reserve_it_says_that_the_quota_is_used_up_and_until_when() {
    var run = sync(1);

    assertThat(run.logText())
        .contains("gifts: the quota is used up: all requests wait 3630 s, until 03:01 Z.")
        .doesNotContain("rate_limit_reserve");
  }

  @Test
  void the_report_tells_how_long_the_waits_really_took() {
    tap.meanwhile(wait -> tap.clock().step(Duration.ofSeconds(60)));

    var run = sync(1);

    assertThat(run.logText()).contains("waits 2 (7380.0 s)");
  }
}
