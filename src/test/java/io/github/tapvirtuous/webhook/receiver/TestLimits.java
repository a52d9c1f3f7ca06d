package io.github.tapvirtuous.webhook.receiver;

import java.time.Duration;

/** As usual but for what a test is about; what it is not about has all the time there is. */
final class TestLimits {
  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final Duration LONG = Duration.ofMinutes(1);

  private TestLimits() {}

  /** Who says nothing is hung up on soon. */
  static Limits idlingShortly() {
    return of(Limits.USUAL.bodiesInHand(), SHORT, LONG, LONG, LONG);
  }

  /** Who takes long to say it is hung up on soon. */
  static Limits sayingItShortly() {
    return of(Limits.USUAL.bodiesInHand(), LONG, LONG, SHORT, LONG);
  }

  /** Who says nothing in a crowd is hung up on at once. */
  static Limits impatientInCrowds() {
    return of(Limits.USUAL.bodiesInHand(), LONG, Duration.ofMillis(200), LONG, LONG);
  }

  static Limits answering(Duration answer) {
    return of(Limits.USUAL.bodiesInHand(), LONG, LONG, LONG, answer);
  }

  static Limits holding(long bodies) {
    return of(bodies, LONG, LONG, LONG, LONG);
  }

  private static Limits of(
      long bodies, Duration idle, Duration crowded, Duration request, Duration answer) {
    var usual = Limits.USUAL;
    return new Limits(
        usual.headerBytes(),
        usual.bodyBytes(),
        usual.largeBytes(),
        bodies,
        usual.connections(),
        usual.threads(),
        usual.queue(),
        idle,
        crowded,
        request,
        answer);
  }
}
