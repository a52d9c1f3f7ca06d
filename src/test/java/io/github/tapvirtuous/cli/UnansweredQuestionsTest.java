package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.tapvirtuous.standin.faults.Fault;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.TapRun;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions that hang or break: they are worth a few tries, and then a whole read. */
final class UnansweredQuestionsTest extends ChangingGifts {
  private static final int SAMPLES = 2;

  @BeforeEach
  void as_many_tries_as_people_have() {
    tap.without("retry_limit").set("auth_scheme", "\"basic\"");
  }

  /** The day after a whole read, when the first question of a run is the one behind its samples. */
  private TapRun dayWith(Fault fault, int times) {
    var first = load(tap.sync());
    aDayPasses();
    var question = tap.standIn().requestCount("gifts") + SAMPLES + 1;
    tap.standIn().plan(When.request(question).of("gifts").times(times), fault);
    return tap.resume(first);
  }

  @ParameterizedTest
  @MethodSource("silences")
  void after_three_tries_the_table_is_read_whole_and_the_next_run_asks_anew(
      Fault silence, String words) {
    var run = load(dayWith(silence, 3));
    assertStoreIsRight();
    aDayPasses();
    var next = load(tap.resume(run));

    assertThat(run.logText())
        .contains("(try 2 of 3); trying again in 30 s.")
        .contains("read whole (a question was not answered: " + words + ")");
    assertThat(next.logText()).contains("read modified since");
    assertStoreIsRight();
  }

  static Stream<Arguments> silences() {
    return Stream.of(
        arguments(Faults.status(503), "HTTP 503"),
        arguments(Faults.status(408), "HTTP 408"),
        arguments(Faults.html200(), "no usable reply"),
        arguments(Faults.closed(), "no reply"));
  }

  @Test
  void a_deep_table_that_does_not_say_what_it_offers_is_read_by_position() {
    tap.set("page_size", 2);
    var options = When.request(1).of("Gift/QueryOptions").times(3);
    serves(gifts().fault(options, Faults.status(503)));

    var run = load(tap.sync());

    assertThat(run.logText())
        .contains("gifts: goes on by position, not from key to key: a question was not answered:")
        .contains("(try 2 of 3)")
        .contains("gifts: verified");
    assertStoreIsRight();
  }

  @Test
  void an_answer_to_the_third_try_is_good() {
    var run = load(dayWith(Faults.status(500), 2));

    assertThat(run.logText()).contains("read modified since");
    assertStoreIsRight();
  }

  @Test
  void a_page_that_breaks_as_often_is_still_waited_for() {
    tap.set("full_refresh", "[\"gifts\"]").set("max_concurrent_requests", 1);

    var run = load(dayWith(Faults.status(503), 5));

    assertThat(run.logText()).contains("(try 5 of 20)", "read whole (\"full_refresh\")");
    assertStoreIsRight();
  }

  @Test
  void a_used_up_quota_is_waited_for_however_often() {
    var before = tap.clock().instant();
    var limited = Faults.limited(Map.of("Retry-After", "600"));

    var run = load(dayWith(limited, 4));

    assertThat(run.logText()).contains("read modified since");
    assertThat(Duration.between(before, tap.clock().instant()))
        .isGreaterThanOrEqualTo(Duration.ofDays(1).plusMinutes(40));
    assertStoreIsRight();
  }

  @Test
  void no_question_is_asked_when_requests_are_used_up() {
    tap.set("max_requests", SAMPLES + 10);
    var first = load(tap.sync());
    aDayPasses();

    var run = tap.set("max_requests", SAMPLES).resume(first);

    assertThat(run.records("gifts")).isEmpty();
    assertThat(run.logText()).contains("\"max_requests\" is used up").doesNotContain("read whole");
  }

  @Test
  void a_key_that_is_refused_ends_the_run() {
    var run = dayWith(Faults.status(401), 1);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).singleElement().asString().contains("401");
  }
}
