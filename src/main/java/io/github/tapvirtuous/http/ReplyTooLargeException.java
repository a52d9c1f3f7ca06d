package io.github.tapvirtuous.http;

import java.io.IOException;

/** A body that was not read to its end because it is too large. */
final class ReplyTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;
}
