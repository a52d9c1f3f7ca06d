package io.github.tapvirtuous.virtuous;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.virtuous.http.Failure;
import io.github.tapvirtuous.virtuous.http.Failure.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of what may be tried again, cell by cell. */
final class RetryPolicyTest {
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final RetryPolicy PATIENT = new RetryPolicy(5, PAUSE, true);

  private static Failure failure(Kind kind, int status) {
    return new Failure(kind, status, "it failed", Duration.ZERO, "Mend it.");
  }

  @ParameterizedTest
  @CsvSource({
    "TIMED_OUT,         true,  true,  false, false",
    "UNKNOWN_HOST,      true,  false, false, true",
    "NO_CONNECTION,     true,  false, false, true",
    "UNTRUSTED,         false, false, false, false",
    "TLS,               true,  false, true,  false",
    "BROKEN,            true,  false, true,  false",
    "UNUSABLE,          true,  false, false, false",
    "TOO_LARGE,         true,  true,  false, false",
    "TOO_LITTLE_MEMORY, true,  true,  true,  false",
  })
  void every_kind_has_its_row(
      Kind kind, boolean repeated, boolean heavy, boolean atOnceAfterRest, boolean noWay) {
    var failure = failure(kind, 0);
    var pause = PATIENT.after(failure, 1, true);

    assertThat(pause.isPresent()).isEqualTo(repeated);
    assertThat(pause.filter(Duration::isZero).isPresent()).isEqualTo(atOnceAfterRest);
    assertThat(RetryPolicy.isHeavy(failure)).isEqualTo(heavy);
    assertThat(RetryPolicy.foundNoWay(failure)).isEqualTo(noWay);
  }

  @ParameterizedTest
  @CsvSource({
    "408, true,  false",
    "429, true,  false",
    "500, true,  true",
    "502, true,  true",
    "503, true,  false",
    "504, true,  true",
    "520, true,  false",
    "301, false, false",
    "400, false, false",
    "403, false, false",
    "404, false, false",
    "409, false, false",
    "422, false, false",
    "501, false, false",
    "505, false, false",
  })
  void every_status_has_its_row(int status, boolean repeated, boolean heavy) {
    var failure = failure(Kind.STATUS, status);

    assertThat(PATIENT.after(failure, 1, true).isPresent()).isEqualTo(repeated);
    assertThat(RetryPolicy.isHeavy(failure)).isEqualTo(heavy);
    assertThat(RetryPolicy.foundNoWay(failure)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "408, true",
    "429, true",
    "500, true",
    "502, true",
    "503, true",
    "504, true",
    "403, false",
    "405, false",
    "407, false",
    "520, false",
  })
  void a_proxy_that_lacks_a_way_is_asked_again_and_one_that_refuses_is_not(
      int status, boolean repeated) {
    var failure = failure(Kind.REFUSED_TUNNEL, status);

    assertThat(PATIENT.after(failure, 1, true).isPresent()).isEqualTo(repeated);
    assertThat(RetryPolicy.isHeavy(failure)).isFalse();
    assertThat(RetryPolicy.foundNoWay(failure)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void asking_once_repeats_nothing(Kind kind) {
    var failure = failure(kind, 429);

    assertThat(RetryPolicy.once().after(failure, 1, true)).isEmpty();
    assertThat(RetryPolicy.once().isWaitedFor(failure)).isFalse();
  }

  @Test
  void the_quota_alone_uses_up_no_try() {
    assertThat(PATIENT.isWaitedFor(failure(Kind.STATUS, 429))).isTrue();
    assertThat(PATIENT.isWaitedFor(failure(Kind.STATUS, 503))).isFalse();
    assertThat(PATIENT.isWaitedFor(failure(Kind.REFUSED_TUNNEL, 429))).isFalse();
  }

  @Test
  void the_last_try_is_followed_by_none() {
    assertThat(PATIENT.after(failure(Kind.STATUS, 503), 4, false)).contains(PAUSE);
    assertThat(PATIENT.after(failure(Kind.STATUS, 503), 5, false)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, true, true", "1, false, false", "2, true, false"})
  void a_line_may_have_been_idle_only_once(int attempt, boolean reused, boolean atOnce) {
    assertThat(PATIENT.after(failure(Kind.BROKEN, 0), attempt, reused))
        .contains(atOnce ? Duration.ZERO : PAUSE);
  }

  @Test
  void a_lack_of_memory_is_never_waited_for() {
    assertThat(PATIENT.after(failure(Kind.TOO_LITTLE_MEMORY, 0), 4, false)).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7})
  void a_reply_may_say_how_long(int seconds) {
    var asked = Duration.ofSeconds(seconds);
    var busy = new Failure(Kind.STATUS, 503, "HTTP 503", asked, "Wait.");

    assertThat(PATIENT.after(busy, 1, false)).contains(asked);
  }

  @Test
  void where_nothing_was_reached_yet_patience_would_hide_a_mistake() {
    var unknown = failure(Kind.UNKNOWN_HOST, 0);

    assertThat(PATIENT.facing(unknown, true)).isEqualTo(PATIENT);
    assertThat(PATIENT.facing(failure(Kind.STATUS, 500), false)).isEqualTo(PATIENT);
    assertThat(PATIENT.facing(unknown, false))
        .isEqualTo(new RetryPolicy(3, Duration.ofSeconds(1), true));
  }

  @Test
  void what_a_run_can_do_without_gets_few_tries_with_the_usual_pause() {
    var brief = PATIENT.brief();

    assertThat(brief.after(failure(Kind.TIMED_OUT, 0), 2, false)).contains(PAUSE);
    assertThat(brief.after(failure(Kind.TIMED_OUT, 0), 3, false)).isEmpty();
    assertThat(brief.isWaitedFor(failure(Kind.STATUS, 429))).isTrue();
    assertThat(RetryPolicy.once().brief()).isEqualTo(RetryPolicy.once());
  }
}
