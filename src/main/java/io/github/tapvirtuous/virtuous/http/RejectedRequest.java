package io.github.tapvirtuous.virtuous.http;

import io.github.tapvirtuous.error.Seconds;
import io.github.tapvirtuous.error.SourceException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A reply whose status says that there are no rows in it. */
public final class RejectedRequest extends FailedTry {
  private static final long serialVersionUID = 1L;

  public static final int TOO_MANY = 429;
  private static final int NOT_FOUND = 404;
  private static final Set<Integer> WORTH_ANOTHER_TRY = Set.of(408, 429, 500, 502, 503, 504, 520);
  private static final Set<Integer> HEAVY = Set.of(500, 502, 504);

  private final int status;
  private final transient RateLimit limit;

  /**
   * Describes a reply.
   *
   * @param message what may be told of its body, or {@code ""}
   */
  public RejectedRequest(HttpReply answer, String message) {
    super("HTTP " + answer.status() + (message.isEmpty() ? "" : " (" + message + ")"), null);
    this.status = answer.status();
    this.limit = new RateLimit(answer);
  }

  public int status() {
    return status;
  }

  @Override
  public boolean isWorthAnotherTry() {
    return WORTH_ANOTHER_TRY.contains(status);
  }

  @Override
  public boolean isHeavy() {
    return HEAVY.contains(status);
  }

  @Override
  public Optional<Duration> retryAfter() {
    return status == 503 ? limit.retryAfter() : Optional.empty();
  }

  @Override
  public SourceException.Kind kind() {
    return status == 403 ? SourceException.Kind.FORBIDDEN : SourceException.Kind.REPLY;
  }

  @Override
  public String fixWhereOthersCome() {
    return status == NOT_FOUND
        ? "This account has no such table: leave it out of \"tables\", or deselect it."
        : fix();
  }

  @Override
  public String fix() {
    return switch (status) {
      case 403 ->
          "Give the key's permission group access to it in Virtuous,"
              + " or leave the table out of \"tables\".";
      case 301, 302, 303, 307, 308 -> "Redirects are not followed: check \"base_url\".";
      case NOT_FOUND -> "Check \"base_url\".";
      case TOO_MANY ->
          "The quota of requests is used up; it opens again in "
              + Seconds.text(limit.pauseAfterTooMany())
              + ".";
      case 500, 502, 504 -> "Lower \"page_size\", or try again later.";
      default ->
          isWorthAnotherTry() ? "Try again later." : "Check \"base_url\" and the tap's version.";
    };
  }
}
