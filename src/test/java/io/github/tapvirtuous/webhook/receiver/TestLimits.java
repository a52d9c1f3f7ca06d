package io.github.tapvirtuous.webhook.receiver;

import java.time.Duration;

/** Limits that tests can wait for. */
final class TestLimits {
  private static final Duration SHORT = Duration.ofSeconds(2);

  private TestLimits() {}

  /** As usual but for the times. */
  static Limits quick() {
    return of(Limits.USUAL.bodiesInHand(), SHORT, Duration.ofMillis(200), Limits.USUAL.answer());
  }

  static Limits answering(Duration answer) {
    return of(Limits.USUAL.bodiesInHand(), Duration.ofSeconds(15), Duration.ofSeconds(2), answer);
  }

  static Limits holding(long bodies) {
    return of(bodies, Limits.USUAL.request(), Limits.USUAL.crowdedIdle(), Limits.USUAL.answer());
  }

  private static Limits of(long bodies, Duration request, Duration crowded, Duration answer) {
    var usual = Limits.USUAL;
    return new Limits(
        usual.headerBytes(),
        usual.bodyBytes(),
        usual.largeBytes(),
        bodies,
        usual.connections(),
        usual.threads(),
        usual.queue(),
        request,
        crowded,
        request,
        answer);
  }
}
