package io.github.tapvirtuous.error;

import org.jspecify.annotations.Nullable;

/** A failure that the user is told about in words, sorted by who has to act. */
public abstract sealed class TapException extends RuntimeException
    permits ConfigException, SourceException, OutputException {
  private static final long serialVersionUID = 1L;

  private final String message;

  /**
   * Joins both into the message.
   *
   * @param what what happened, and where
   * @param fix what to do about it
   */
  TapException(String what, String fix, @Nullable Throwable cause) {
    super(cause);
    message = fix.isEmpty() ? what : what + " " + fix;
  }

  /** What happened, where, and what to do. */
  @Override
  public String getMessage() {
    return message;
  }

  /** The process's exit code: 1 where a retry may help, 2 where it cannot. */
  public abstract int exitCode();
}
