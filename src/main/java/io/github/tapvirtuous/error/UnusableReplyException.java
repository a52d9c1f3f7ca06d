package io.github.tapvirtuous.error;

import org.jspecify.annotations.Nullable;

/**
 * A reply that is no page: cut off, not JSON, of another shape, or too large. It is never taken for
 * an empty page; the request is tried again.
 */
public final class UnusableReplyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Names the defect without quoting the reply.
   *
   * @param what a clause such as {@code "the JSON ends at byte 812"}
   */
  public UnusableReplyException(String what, @Nullable Throwable cause) {
    super(what, cause);
  }
}
