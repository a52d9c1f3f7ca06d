package io.github.tapvirtuous.standin.access;

import io.github.tapvirtuous.standin.http.StandInReply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** So many requests an hour, told in headers; a 429 when they are used up. */
public final class RateLimit {
  private static final Duration WINDOW = Duration.ofHours(1);

  private final int budget;
  private final Clock clock;
  private final boolean retryAfter;
  private final String prefix;
  private Instant reset;
  private int used;

  private RateLimit(int budget, Clock clock, boolean retryAfter, String prefix) {
    this.budget = budget;
    this.clock = clock;
    this.retryAfter = retryAfter;
    this.prefix = prefix;
    this.reset = clock.instant().plus(WINDOW);
  }

  /** The first hour starts now, the next one with the first request after its end. */
  public static RateLimit hourly(int budget, Clock clock) {
    return new RateLimit(budget, clock, true, "X-RateLimit-");
  }

  /** A 429 that leaves the waiting time to the reset header. */
  public RateLimit withoutRetryAfter() {
    return new RateLimit(budget, clock, false, prefix);
  }

  /** {@code X-Rate-Limit-Remaining} instead of {@code X-RateLimit-Remaining}. */
  public RateLimit withHyphens() {
    return new RateLimit(budget, clock, retryAfter, "X-Rate-Limit-");
  }

  public Clock clock() {
    return clock;
  }

  /** The same limit with nothing used. */
  public RateLimit fresh() {
    return new RateLimit(budget, clock, retryAfter, prefix);
  }

  /** Headers for a request, and the refusal if there is one. */
  public synchronized Verdict count() {
    if (!clock.instant().isBefore(reset)) {
      reset = clock.instant().plus(WINDOW);
      used = 0;
    }
    used++;
    var refusal = used > budget ? Optional.of(refusal()) : Optional.<StandInReply>empty();
    return new Verdict(headers(), refusal);
  }

  private Map<String, String> headers() {
    return Map.of(
        prefix + "Limit", Integer.toString(budget),
        prefix + "Remaining", Integer.toString(Math.max(0, budget - used)),
        prefix + "Reset", Long.toString(reset.getEpochSecond()));
  }

  private StandInReply refusal() {
    var seconds = Math.max(1, Duration.between(clock.instant(), reset).toSeconds());
    var body =
        "{\"error\":{\"code\":\"RATE_LIMITED\",\"message\":\"You have exceeded the request rate"
            + " limit. Retry after "
            + seconds
            + " seconds.\",\"details\":[]}}";
    var reply = StandInReply.text(429, "application/json", body);
    return retryAfter ? reply.with("Retry-After", Long.toString(seconds)) : reply;
  }

  /** What a request costs. */
  public record Verdict(Map<String, String> headers, Optional<StandInReply> refusal) {}
}
