package io.github.tapvirtuous.standin.webhook;

import java.time.Duration;
import java.util.List;

/**
 * How badly changes are told of. Requests are counted, so the same changes meet the same fate.
 *
 * @param lateEvery each nth request waits for {@code lateBy} while others go ahead; 0 for none
 * @param doubledEvery each nth request is made twice; 0 for none
 * @param lostEvery each nth request is never made; 0 for none
 * @param reversed of what changed at once, the last is told first
 * @param batch so many of what changed at once are told in one request
 * @param firstRetry the wait after the first failure; each further one is twice as long
 * @param patience how long an answer is waited for
 */
public record WebhookHabits(
    int lateEvery,
    Duration lateBy,
    int doubledEvery,
    int lostEvery,
    boolean reversed,
    int batch,
    Duration firstRetry,
    Duration patience) {
  public static final WebhookHabits GOOD =
      new WebhookHabits(
          0, Duration.ZERO, 0, 0, false, 1, Duration.ofSeconds(1), Duration.ofSeconds(5));

  private static final Duration RATHER_LATE = Duration.ofSeconds(10);

  /** Habits as text: {@code late=5,doubled=3,lost=7,batched=10,reversed}. */
  public static WebhookHabits parse(String text) {
    var habits = GOOD;
    for (var habit : List.of(text.split(",", -1))) {
      habits = habits.with(habit);
    }
    return habits;
  }

  private WebhookHabits with(String habit) {
    var parts = habit.split("=", 2);
    var number = parts.length == 2 ? Integer.parseInt(parts[1]) : 1;
    return switch (parts[0]) {
      case "late" -> late(number, RATHER_LATE);
      case "doubled" -> doubled(number);
      case "lost" -> lost(number);
      case "batched" -> batched(number);
      case "reversed" -> inReverse();
      default ->
          throw new IllegalArgumentException(
              "--webhooks: late=N, doubled=N, lost=N, batched=N or reversed, not " + habit + ".");
    };
  }

  public WebhookHabits late(int nth, Duration by) {
    return new WebhookHabits(
        nth, by, doubledEvery, lostEvery, reversed, batch, firstRetry, patience);
  }

  public WebhookHabits doubled(int nth) {
    return new WebhookHabits(
        lateEvery, lateBy, nth, lostEvery, reversed, batch, firstRetry, patience);
  }

  public WebhookHabits lost(int nth) {
    return new WebhookHabits(
        lateEvery, lateBy, doubledEvery, nth, reversed, batch, firstRetry, patience);
  }

  public WebhookHabits inReverse() {
    return new WebhookHabits(
        lateEvery, lateBy, doubledEvery, lostEvery, true, batch, firstRetry, patience);
  }

  public WebhookHabits batched(int most) {
    return new WebhookHabits(
        lateEvery, lateBy, doubledEvery, lostEvery, reversed, most, firstRetry, patience);
  }

  public WebhookHabits retrying(Duration first) {
    return new WebhookHabits(
        lateEvery, lateBy, doubledEvery, lostEvery, reversed, batch, first, patience);
  }

  public WebhookHabits waiting(Duration most) {
    return new WebhookHabits(
        lateEvery, lateBy, doubledEvery, lostEvery, reversed, batch, firstRetry, most);
  }

  boolean loses(long number) {
    return isTurn(lostEvery, number);
  }

  boolean doubles(long number) {
    return isTurn(doubledEvery, number);
  }

  Duration delay(long number) {
    return isTurn(lateEvery, number) ? lateBy : Duration.ZERO;
  }

  private static boolean isTurn(int every, long number) {
    return every > 0 && number % every == 0;
  }
}
