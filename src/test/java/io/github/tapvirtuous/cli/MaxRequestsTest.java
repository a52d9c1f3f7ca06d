package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.access.RateLimit;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.PageFaults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import io.github.tapvirtuous.testing.output.Messages;
import io.github.tapvirtuous.testing.output.SingerOutput;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that may make so many requests and no more. */
final class MaxRequestsTest {
  private static final List<Long> GIFTS = LongStream.rangeClosed(1, 41).boxed().toList();
  private static final List<Long> CONTACTS = LongStream.rangeClosed(1, 17).boxed().toList();
  private static final String RAISE = "raise \"max_requests\" or remove it";

  @RegisterExtension private final Tap tap = Tap.patient();
  private int allowed;

  @BeforeEach
  void small_pages() {
    tap.keysOf("gifts", "contacts", "segments")
        .set("page_size", 5)
        .set("max_concurrent_requests", 1)
        .serves(
            StandIn.builder()
                .ids("gifts", GIFTS)
                .ids("contacts", CONTACTS)
                .ids("segments", 1, 2, 3));
  }

  private TapRun sync(int maxRequests) {
    allowed += maxRequests;
    return tap.set("max_requests", maxRequests).sync();
  }

  @Test
  void a_stream_that_is_cut_says_how_far_it_came_and_those_behind_it_share_a_line() {
    var run = sync(3);

    assertThat(run.exitCode()).isZero();
    assertThat(tap.standIn().requestCount()).isEqualTo(3);
    assertThat(run.ids("gifts")).containsExactlyElementsOf(GIFTS.subList(0, 13));
    assertThat(run.streams()).containsExactly("gifts");
    assertThat(run.errors()).isEmpty();
    assertThat(run.warnings()).singleElement().asString().contains("is used up", RAISE);
    assertThat(run.logText())
        .contains("INFO gifts: unfinished at 13 of 41 (\"max_requests\" is used up): rows 13")
        .contains("INFO 2 not begun (\"max_requests\" is used up): contacts, segments")
        .contains(": 0 tables done, gifts unfinished at 13 of 41, 2 not begun.");
    SingerOutput.check(run.stdout());
  }

  @Test
  void a_limit_that_is_just_enough_is_not_spoken_of() {
    var run = sync(11 + 5 + 1);

    assertThat(run.exitCode()).isZero();
    assertThat(run.warnings()).isEmpty();
    assertThat(run.ids("gifts")).containsExactlyElementsOf(GIFTS);
    assertThat(run.isComplete("segments")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 1", "7, 1", "1, 4", "2, 4", "3, 4", "5, 4", "9, 4"})
  void runs_together_bring_every_row_as_one_would_but_for_the_row_each_goes_on_from(
      int maxRequests, int inFlight) {
    tap.keysOf("gifts").set("max_concurrent_requests", inFlight);
    Messages all = sync(maxRequests);
    var others = 0;
    while (!all.isComplete("gifts")) {
      all = all.and(goOn(all, maxRequests));
      others++;
    }

    assertThat(all.ids("gifts").stream().distinct()).containsExactlyElementsOf(GIFTS);
    assertThat(all.ids("gifts")).isSorted().hasSize(GIFTS.size() + others);
  }

  @Test
  void a_table_that_takes_many_nights_is_not_begun_anew_each_time() {
    tap.keysOf("gifts");
    Messages all = sync(2);
    for (var night = 0; night < 5; night++) {
      tap.clock().step(Duration.ofHours(23));
      all = all.and(goOn(all, 2));
    }

    assertThat(all.isComplete("gifts")).isTrue();
    assertThat(all.ids("gifts")).isSorted().hasSize(GIFTS.size() + 5);
  }

  @ParameterizedTest
  @CsvSource({"3, 1", "4, 4", "5, 16", "8, 4", "13, 16"})
  void they_do_so_when_every_third_request_fails(int maxRequests, int inFlight) {
    var broken = StandIn.builder().ids("gifts", GIFTS);
    IntStream.rangeClosed(1, 100)
        .forEach(each -> broken.fault(When.request(3 * each), Faults.status(503)));
    tap.serves(broken).keysOf("gifts").set("max_concurrent_requests", inFlight);
    Messages all = sync(maxRequests);
    while (!all.isComplete("gifts")) {
      all = all.and(goOn(all, maxRequests));
    }

    assertThat(all.ids("gifts").stream().distinct()).containsExactlyElementsOf(GIFTS);
    assertThat(all.ids("gifts")).isSorted();
  }

  /**
   * Each run comes further, so that their number has an end. What a run took back when it ended may
   * still arrive during the next: requests are counted over all.
   */
  private TapRun goOn(Messages before, int maxRequests) {
    allowed += maxRequests;
    var run = tap.resume(before);
    assertThat(tap.standIn().requestCount()).isLessThanOrEqualTo(allowed);
    assertThat(run.exitCode()).as(run.logText()).isZero();
    assertThat(run.state()).isNotEqualTo(before.state());
    return run;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void each_stream_has_its_turn(int maxRequests) {
    Messages all = sync(maxRequests);
    for (var run = 1; run < 17; run++) {
      all = all.and(tap.resume(all));
    }

    assertThat(all.ids("gifts")).containsAll(GIFTS);
    assertThat(all.ids("contacts")).containsAll(CONTACTS);
    assertThat(all.ids("segments")).contains(1L, 2L, 3L);
  }

  @Test
  void no_stream_takes_requests_from_the_one_before_it() {
    tap.set("max_concurrent_requests", 4);

    var run = sync(11);

    assertThat(run.isComplete("gifts")).isTrue();
    assertThat(tap.standIn().requests("contacts")).isEmpty();
    assertThat(run.logText())
        .contains("INFO 2 not begun (\"max_requests\" is used up): contacts, segments");
  }

  @Test
  void several_in_flight_never_exceed_it() {
    tap.set("max_concurrent_requests", 16).set("page_size", 2);

    var run = sync(7);

    assertThat(tap.standIn().requestCount()).isEqualTo(7);
    assertThat(run.ids("gifts")).containsExactlyElementsOf(GIFTS.subList(0, 8));
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void nothing_is_asked_twice_unseen_when_the_server_hangs_up() {
    tap.keysOf("organization_groups")
        .serves(
            StandIn.builder()
                .ids("organization_groups", LongStream.rangeClosed(1, 41).boxed().toList()))
        .standIn()
        .plan(When.request(2).forever(), Faults.closed());

    var run = sync(5);

    assertThat(tap.standIn().requestCount()).isEqualTo(5);
    assertThat(run.warnings()).anyMatch(line -> line.contains("closed the connection"));
  }

  @Test
  void a_refusal_for_the_quota_that_leaves_no_request_is_told() {
    tap.standIn().plan(When.request(1).forever(), Faults.status(429));

    var run = sync(1);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.waits()).isEmpty();
    assertThat(run.warnings())
        .anyMatch(line -> line.contains("HTTP 429") && line.contains("no request is left"));
  }

  @Test
  void tries_count_and_nobody_waits_for_one_that_will_not_be_made() {
    tap.standIn().plan(When.request(3).forever(), Faults.status(503));

    var run = sync(4);

    assertThat(run.exitCode()).isZero();
    assertThat(tap.standIn().requestCount()).isEqualTo(4);
    assertThat(run.ids("gifts")).hasSize(9);
    assertThat(run.waits()).hasSize(1);
    assertThat(run.warnings())
        .anyMatch(line -> line.contains("HTTP 503 (try 2 of 20); no request is left for another."));
    assertThat(run.logText()).contains("gifts: unfinished at 9 of 41");
  }

  @Test
  void nobody_waits_for_the_quota_either() {
    tap.serves(StandIn.builder().ids("gifts", GIFTS).rateLimit(RateLimit.hourly(3, tap.clock())));

    var run = sync(3);

    assertThat(run.exitCode()).isZero();
    assertThat(run.waits()).isEmpty();
    assertThat(run.ids("gifts")).hasSize(13);
  }

  @Test
  void a_row_that_cannot_be_sent_fails_the_run_also_where_it_is_cut() {
    tap.standIn().plan(When.page(4).of("gifts"), PageFaults.keyMissing());

    var run = sync(3);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains("\"max_requests\" (3) is used up", "1 row(s) of gifts have no usable \"id\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void a_table_that_no_number_of_runs_would_bring_fails(int inFlight) {
    tap.keysOf("gifts")
        .set("max_concurrent_requests", inFlight)
        .set("page_size", 20)
        .serves(StandIn.builder().ids("gifts", LongStream.rangeClosed(1, 200).toArray()));
    tap.standIn().plan(When.always(), PageFaults.orderByChance(7));

    var run = sync(3);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains(
            "gifts: \"max_requests\" (3) is used up, and no row came that the last run had not.");
  }

  @Test
  void a_scan_that_begins_anew_in_each_run_fails() {
    tap.set("resume_ttl", 1);
    var before = sync(3);
    tap.clock().step(Duration.ofHours(2));

    var run = tap.resume(before);

    assertThat(before.exitCode()).isZero();
    assertThat(run.logText()).contains("gifts: an interrupted scan begins anew");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors()).singleElement().asString().contains("no row came that the last run");
  }
}
