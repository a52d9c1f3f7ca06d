package io.github.tapvirtuous.virtuous.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a reply's headers say about the quota. Source: docs.virtuous.org/crm/rate-limits; one page
 * spells them {@code X-Rate-Limit-*}.
 */
public record RateLimit(HttpReply reply, HttpDates dates) {
  private static final Duration MARGIN = Duration.ofSeconds(60);
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST_MARGIN = Duration.ofSeconds(30);

  /** The window is an hour: whoever asks for more, errs. */
  private static final Duration LONGEST = Duration.ofMinutes(70);

  public Optional<Long> remaining() {
    return number("Remaining");
  }

  /** Requests of a whole window. */
  public Optional<Long> limit() {
    return number("Limit");
  }

  /** Empty when the reset is unknown or past. */
  public Optional<Duration> untilReset() {
    return number("Reset").flatMap(RateLimit::instant).map(this::fromNow).filter(this::isAhead);
  }

  /** In seconds, or as a date; never more than a window. */
  Optional<Duration> retryAfter() {
    return reply.header("Retry-After").flatMap(this::wait).map(RateLimit::atMostAWindow);
  }

  /** After a 429. Never zero: an eager server must not make us hammer it. */
  public Duration pauseAfterTooMany() {
    var pause = retryAfter().or(() -> untilReset().map(MARGIN::plus)).orElse(MARGIN);
    return pause.compareTo(SHORTEST) < 0 ? SHORTEST : atMostAWindow(pause);
  }

  /** The window's end as the server names it, in seconds of the epoch; 0 if it does not. */
  public long window() {
    return number("Reset").orElse(0L);
  }

  /**
   * The window's end by our own clock, and a margin; empty when the reset is unknown or past. Two
   * recorded replies, 459 s apart, named the same distance to their reset: the clocks behind {@code
   * Date} and reset differ by some 12 s.
   */
  public Optional<Instant> resetsAt() {
    return untilReset().map(RateLimit::withMargin).map(reply.receivedAt()::plus);
  }

  /** A tenth on top, so that a short wait stays short. */
  private static Duration withMargin(Duration wait) {
    var tenth = Duration.ofMillis(atMostAWindow(wait).toMillis() / 10);
    var margin = tenth.compareTo(LONGEST_MARGIN) > 0 ? LONGEST_MARGIN : tenth;
    return atMostAWindow(wait.plus(margin.compareTo(SHORTEST) < 0 ? SHORTEST : margin));
  }

  private Optional<Duration> wait(String text) {
    return parsed(text)
        .map(RateLimit::seconds)
        .or(() -> dates.instant(text).map(this::fromNow))
        .map(pause -> pause.isNegative() ? Duration.ZERO : pause);
  }

  private Optional<Long> number(String name) {
    return reply
        .header("X-RateLimit-" + name)
        .or(() -> reply.header("X-Rate-Limit-" + name))
        .flatMap(RateLimit::parsed);
  }

  private static Optional<Long> parsed(String text) {
    try {
      return Optional.of(Long.valueOf(text));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> instant(long epochSeconds) {
    try {
      return Optional.of(Instant.ofEpochSecond(epochSeconds));
    } catch (DateTimeException nonsense) {
      return Optional.empty();
    }
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
  }

  private Duration fromNow(Instant instant) {
    return Duration.between(serverTime(), instant);
  }

  /** By the server's clock, as far as it tells: what the server's other times are measured by. */
  private Instant serverTime() {
    return reply.header("Date").flatMap(dates::instant).orElse(reply.receivedAt());
  }

  private boolean isAhead(Duration duration) {
    return duration.compareTo(Duration.ZERO) > 0;
  }

  private static Duration atMostAWindow(Duration pause) {
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
