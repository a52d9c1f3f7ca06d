package io.github.tapvirtuous.sync.probe;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import java.util.Set;

/** What a question that was not answered means. */
public final class NoAnswer {
  private static final int BAD_REQUEST = 400;
  private static final int TOO_SLOW = 408;
  private static final int TOO_MANY = 429;
  private static final Set<Integer> SAYS_NOTHING_OF_THE_QUESTION = Set.of(TOO_SLOW, TOO_MANY);

  private NoAnswer() {}

  /** Whether the server looked at the question, and would not hear of it. */
  static boolean isRefusal(SourceException failure) {
    var status = failure.status().orElse(0);
    return status / 100 == 4 && !SAYS_NOTHING_OF_THE_QUESTION.contains(status);
  }

  /** Whether fewer rows may be answered with. */
  static boolean mayBeTooMuch(SourceException failure) {
    var status = failure.status().orElse(BAD_REQUEST);
    return failure.kind() == Kind.REPLY && (status == BAD_REQUEST || status / 100 == 5);
  }

  /** Whether no other question will be answered either. */
  public static boolean isOfAll(SourceException failure) {
    return failure.kind() == Kind.USED_UP || failure.status().orElse(0) == TOO_MANY;
  }

  /** The status alone: the server's own words may be about the account. */
  public static String inWords(SourceException failure) {
    if (failure.status().isPresent()) {
      return "HTTP " + failure.status().getAsInt();
    }
    return switch (failure.kind()) {
      case NETWORK -> "no reply";
      case USED_UP -> "the requests are used up";
      default -> "an unusable reply";
    };
  }
}
