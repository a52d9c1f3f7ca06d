package io.github.tapvirtuous.virtuous.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.virtuous.quota.Turn.Go;
import io.github.tapvirtuous.virtuous.quota.Turn.Hold;
import io.github.tapvirtuous.virtuous.quota.Turn.Reason;
import io.github.tapvirtuous.virtuous.quota.Turn.Rest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AllowanceTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant IN_A_MINUTE = NOW.plusSeconds(60);
  private static final Instant RESET = NOW.plus(Duration.ofMinutes(40));
  private static final Instant NEXT_RESET = RESET.plus(Duration.ofHours(1));
  private static final Optional<Remainder> NOT_TOLD = Optional.empty();
  private static final Turn HOLD = new Hold();

  private Allowance allowance = new Allowance(0);
  private Instant now = NOW;

  private Go send() {
    var turn = allowance.next(now);
    assertThat(turn).isInstanceOf(Go.class);
    return (Go) turn;
  }

  private void assertRest(Instant until, Reason reason) {
    assertThat(allowance.next(now)).isEqualTo(new Rest(until, reason));
  }

  private static Optional<Remainder> left(long requests) {
    return Optional.of(new Remainder(requests, RESET.getEpochSecond(), RESET));
  }

  private static Optional<Remainder> leftInNextWindow(long requests) {
    return Optional.of(new Remainder(requests, NEXT_RESET.getEpochSecond(), NEXT_RESET));
  }

  @Test
  void knows_no_limit_until_it_is_told_of_one() {
    allowance.replied(send(), NOT_TOLD);
    for (int request = 0; request < 100; request++) {
      send();
    }
  }

  @Test
  void all_rest_after_a_refusal_and_one_asks_for_all() {
    allowance.refused(send(), IN_A_MINUTE, now);
    assertRest(IN_A_MINUTE, Reason.REFUSED);

    now = IN_A_MINUTE;
    var scout = send();
    assertThat(allowance.next(now)).isEqualTo(HOLD);
    allowance.replied(scout, NOT_TOLD);

    send();
    send();
  }

  @Test
  void all_rest_again_when_the_one_that_asks_is_refused() {
    allowance.refused(send(), IN_A_MINUTE, now);
    now = IN_A_MINUTE;

    allowance.refused(send(), RESET, now);

    assertRest(RESET, Reason.REFUSED);
    now = RESET;
    send();
    assertThat(allowance.next(now)).isEqualTo(HOLD);
  }

  @Test
  void the_next_one_asks_alone_when_the_one_before_came_to_nothing() {
    allowance.refused(send(), IN_A_MINUTE, now);
    now = IN_A_MINUTE;

    allowance.failed(send(), NOT_TOLD);

    send();
    assertThat(allowance.next(now)).isEqualTo(HOLD);
  }

  @Test
  void a_reply_to_an_earlier_request_does_not_open_what_the_one_that_asks_will() {
    var early = send();
    allowance.refused(send(), IN_A_MINUTE, now);
    now = IN_A_MINUTE;
    send();

    allowance.replied(early, NOT_TOLD);

    assertThat(allowance.next(now)).isEqualTo(HOLD);
  }

  @Test
  void several_refusals_of_one_time_make_one_rest() {
    var first = send();
    var second = send();
    var third = send();
    allowance.refused(first, IN_A_MINUTE, now);
    allowance.refused(second, IN_A_MINUTE, now);
    now = IN_A_MINUTE;

    allowance.refused(third, IN_A_MINUTE.plusSeconds(60), now);

    send();
  }

  @Test
  void a_refusal_can_make_the_rest_longer_but_not_shorter() {
    var first = send();
    var second = send();
    var third = send();

    allowance.refused(first, IN_A_MINUTE, now);
    allowance.refused(second, RESET, now);
    allowance.refused(third, NOW.plusSeconds(1), now);

    assertRest(RESET, Reason.REFUSED);
  }

  @Test
  void a_rest_is_over_when_it_was_rested_whatever_the_clock_says() {
    allowance.refused(send(), IN_A_MINUTE, now);

    allowance.rested(new Rest(IN_A_MINUTE, Reason.REFUSED));

    send();
  }

  @Test
  void a_rest_that_became_longer_meanwhile_goes_on() {
    var first = send();
    var second = send();
    allowance.refused(first, IN_A_MINUTE, now);
    allowance.refused(second, RESET, now);

    allowance.rested(new Rest(IN_A_MINUTE, Reason.REFUSED));

    assertRest(RESET, Reason.REFUSED);
  }

  @Test
  void counts_requests_in_flight_as_sent() {
    allowance.replied(send(), left(2));

    var first = send();
    send();
    assertThat(allowance.next(now)).isEqualTo(HOLD);
    allowance.replied(first, left(1));

    assertThat(allowance.next(now)).isEqualTo(HOLD);
  }

  @Test
  void rests_until_the_reset_once_nothing_is_left() {
    allowance.replied(send(), left(1));
    allowance.replied(send(), left(0));
    assertRest(RESET, Reason.NOTHING_LEFT);

    now = RESET;
    send();
    assertThat(allowance.next(now)).isEqualTo(HOLD);
  }

  @Test
  void never_goes_below_the_reserve() {
    allowance = new Allowance(10);
    allowance.replied(send(), left(12));

    var first = send();
    var second = send();
    assertThat(allowance.next(now)).isEqualTo(HOLD);
    allowance.replied(second, left(10));
    assertThat(allowance.next(now)).isEqualTo(HOLD);
    allowance.replied(first, left(11));

    assertRest(RESET, Reason.RESERVED);
  }

  @Test
  void even_the_first_request_goes_alone_where_there_is_a_reserve() {
    allowance = new Allowance(10);
    var first = send();
    assertThat(allowance.next(now)).isEqualTo(HOLD);

    allowance.replied(first, NOT_TOLD);

    send();
    send();
  }

  @Test
  void a_reply_that_comes_late_does_not_bring_back_what_was_used_since() {
    allowance.replied(send(), left(9));
    var first = send();
    var second = send();

    allowance.replied(second, left(1));
    allowance.replied(first, left(8));

    allowance.failed(send(), NOT_TOLD);
    assertRest(RESET, Reason.NOTHING_LEFT);
  }

  @Test
  void a_reply_of_the_window_before_says_nothing_of_this_one() {
    var early = send();
    var late = send();

    allowance.replied(late, leftInNextWindow(5));
    allowance.replied(early, left(0));

    send();
  }

  @Test
  void what_is_asked_later_is_better_known() {
    allowance.replied(send(), left(1));

    allowance.replied(send(), left(50));

    send();
    send();
  }

  @Test
  void a_request_without_a_reply_may_have_been_counted() {
    allowance.replied(send(), left(1));

    allowance.failed(send(), NOT_TOLD);

    assertRest(RESET, Reason.NOTHING_LEFT);
  }

  @Test
  void what_was_left_is_forgotten_at_the_reset() {
    allowance.replied(send(), left(0));
    now = RESET;

    allowance.replied(send(), leftInNextWindow(5000));

    send();
    send();
  }
}
