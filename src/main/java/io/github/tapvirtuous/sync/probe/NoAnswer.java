package io.github.tapvirtuous.sync.probe;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;

/** What a question that was not answered means. */
public final class NoAnswer {
  private static final int BAD_REQUEST = 400;
  private static final int TOO_MANY = 429;

  private NoAnswer() {}

  /** Whether fewer rows may be answered with. */
  static boolean mayBeTooMuch(SourceException failure) {
    var status = failure.status().orElse(BAD_REQUEST);
    return failure.kind() == Kind.REPLY && (status == BAD_REQUEST || status / 100 == 5);
  }

  /** Whether no other question will be answered either. */
  public static boolean isOfAll(SourceException failure) {
    return failure.kind() == Kind.USED_UP || failure.status().orElse(0) == TOO_MANY;
  }
}
