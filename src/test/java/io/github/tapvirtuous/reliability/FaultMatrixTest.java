package io.github.tapvirtuous.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.reliability.FaultCase.Effect;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.access.RateLimit;
import io.github.tapvirtuous.standin.access.SteppingClock;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import io.github.tapvirtuous.testing.output.Messages;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault on the first, a middle and the last page, with one and with four pages in flight. */
@Tag("slow")
final class FaultMatrixTest {
  private static final long ROWS = 50;
  private static final int PAGE = 10;
  private static final int MIDDLE = 27;
  private static final List<Integer> SKIPS = List.of(0, MIDDLE, 45);
  private static final List<Long> IDS = LongStream.rangeClosed(1, ROWS).boxed().toList();

  @RegisterExtension private final Tap tap = Tap.patient();

  /** A fault, and where it strikes. */
  record Strike(FaultCase fault, int skip, int inFlight) {
    When when() {
      return When.page(skip).of("gifts");
    }

    boolean is(Effect effect) {
      return fault.effect() == effect;
    }

    @Override
    public String toString() {
      return "%s, skip %d, %d in flight".formatted(fault, skip, inFlight);
    }
  }

  static Stream<Strike> strikes() {
    return FaultCase.ALL.stream()
        .flatMap(fault -> SKIPS.stream().flatMap(skip -> strikes(fault, skip)));
  }

  private static Stream<Strike> strikes(FaultCase fault, int skip) {
    return Stream.of(new Strike(fault, skip, 1), new Strike(fault, skip, 4));
  }

  /** Slow ones take a second each: one place has to do. */
  static Stream<Strike> lastingStrikes() {
    return strikes()
        .filter(strike -> strike.fault().effect().lasts())
        .filter(strike -> !strike.is(Effect.SLOW) || strike.skip() == MIDDLE);
  }

  private Tap tap(Strike strike, When when) {
    return tap.keysOf("gifts")
        .set("page_size", PAGE)
        .set("max_concurrent_requests", strike.inFlight())
        .set("request_timeout", strike.is(Effect.SLOW) ? 1 : 120)
        .serves(
            StandIn.builder()
                .ids("gifts", IDS)
                .rateLimit(RateLimit.hourly(1_000_000, new SteppingClock(Tap.NOW)))
                .fault(when, strike.fault().fault()));
  }

  @ParameterizedTest
  @MethodSource("strikes")
  void once_it_costs_no_row(Strike strike) {
    var run = tap(strike, strike.when()).set("retry_limit", 6).sync();

    switch (strike.fault().effect()) {
      case RETRIED, SLOW, WAITED_FOR, HARMLESS -> assertExact(run);
      case NO_ORDER -> assertOnceOrTwice(run);
      case UNSENT -> assertOneIsNamed(strike, run);
    }
    assertThat(run.waits().isEmpty() ? 0 : 1).isEqualTo(expectedWaits(strike));
  }

  /** The first failure on a connection that was idle costs no wait. */
  private static int expectedWaits(Strike strike) {
    return switch (strike.fault().effect()) {
      case RETRIED -> isBrokenConnection(strike) && strike.skip() > 0 ? 0 : 1;
      case SLOW, WAITED_FOR -> 1;
      case HARMLESS, NO_ORDER, UNSENT -> 0;
    };
  }

  private static boolean isBrokenConnection(Strike strike) {
    return strike.fault().name().matches("(reset|closed).*reply");
  }

  private static void assertExact(TapRun run) {
    assertThat(run.ids("gifts")).as(run.logText()).containsExactlyElementsOf(IDS);
    assertThat(run.exitCode()).isZero();
    assertThat(run.isComplete("gifts")).isTrue();
    assertThat(run.logText()).contains("gifts: verified");
  }

  private static void assertOnceOrTwice(TapRun run) {
    var ids = run.ids("gifts");
    assertThat(new HashSet<>(ids)).as(run.logText()).isEqualTo(new HashSet<>(IDS));
    assertThat(ids).allMatch(id -> ids.stream().filter(id::equals).count() <= 2);
    assertThat(run.exitCode()).isZero();
    assertThat(run.logText()).contains("gifts: unverified");
  }

  private static void assertOneIsNamed(Strike strike, TapRun run) {
    assertThat(run.ids("gifts"))
        .as(run.logText())
        .doesNotHaveDuplicates()
        .hasSizeBetween(IDS.size() - 1, IDS.size());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.logText()).contains("position " + strike.skip());
    assertThat(run.bookmark("gifts").path("complete").booleanValue()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("lastingStrikes")
  void for_ever_it_is_said_and_costs_no_row_once_it_is_gone(Strike strike) {
    var run = tap(strike, strike.when().forever()).set("retry_limit", 2).sync();

    if (strike.is(Effect.HARMLESS)) {
      assertExact(run);
      return;
    }
    assertFailedClearly(run);
    tap.set("request_timeout", 120).standIn().plan(When.always());
    assertEveryRowAfter(run, tap.resume(run));
  }

  private static void assertFailedClearly(TapRun run) {
    assertThat(run.exitCode()).as(run.logText()).isEqualTo(1);
    assertThat(run.errors())
        .singleElement()
        .asString()
        .containsPattern(
            "^ERROR (gifts: failed after |gifts is incomplete: |.* of gifts have no usable )");
    assertThat(run.logText()).doesNotContain("bug in tap-virtuous");
    assertThat(run.messages()).last().matches(each -> Messages.is(each, "STATE"));
    assertThat(run.isComplete("gifts")).isFalse();
    var bookmark = run.bookmark("gifts");
    var reached =
        bookmark.path("rows_sent").asLong(0) == 0 ? 0 : bookmark.path("last_key").asLong();
    assertThat(run.ids("gifts")).containsAll(LongStream.rangeClosed(1, reached).boxed().toList());
  }

  private static void assertEveryRowAfter(TapRun failed, TapRun next) {
    assertThat(next.exitCode()).as(next.logText()).isZero();
    var ids = failed.and(next).ids("gifts");
    assertThat(ids).containsAll(IDS);
    if (!failed.bookmark("gifts").path("rows_sent").asString("0").equals("0")) {
      assertThat(ids.size() - IDS.size()).isLessThanOrEqualTo(PAGE);
    }
    assertThat(next.isComplete("gifts")).isTrue();
  }
}
