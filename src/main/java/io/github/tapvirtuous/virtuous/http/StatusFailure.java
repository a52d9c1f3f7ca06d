package io.github.tapvirtuous.virtuous.http;

import io.github.tapvirtuous.error.Seconds;
import io.github.tapvirtuous.virtuous.http.Failure.Kind;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a status that is no success says, and what there is to do about it. */
public final class StatusFailure {
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;
  private static final int SERVER_FAILED = 500;

  private StatusFailure() {}

  /**
   * Describes a reply.
   *
   * @param message what may be told of its body, or {@code ""}
   */
  public static Failure of(HttpReply reply, String message) {
    var status = reply.status();
    var limit = new RateLimit(reply, new HttpDates());
    var details = details(reply, message);
    var words = "HTTP " + status + (details.isEmpty() ? "" : " (" + details + ")");
    return new Failure(Kind.STATUS, status, words, retryAfter(status, limit), fix(status, limit));
  }

  /** What the server itself did wrong its support can look up. */
  private static String details(HttpReply reply, String message) {
    var id = reply.requestId().filter(given -> reply.status() >= SERVER_FAILED);
    return Stream.of(message, id.map("X-Request-Id "::concat).orElse(""))
        .filter(detail -> !detail.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static Duration retryAfter(int status, RateLimit limit) {
    return switch (status) {
      case TOO_MANY -> limit.pauseAfterTooMany();
      case UNAVAILABLE -> limit.retryAfter().orElse(Duration.ZERO);
      default -> Duration.ZERO;
    };
  }

  private static String fix(int status, RateLimit limit) {
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
      case 408, UNAVAILABLE, 520 -> "Try again later.";
      default -> "Check \"base_url\" and the tap's version.";
    };
  }
}
