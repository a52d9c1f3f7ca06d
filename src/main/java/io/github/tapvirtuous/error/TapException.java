package io.github.tapvirtuous.error;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A failure that the user is told about in words, sorted by who has to act. */
public abstract sealed class TapException extends RuntimeException
    permits ConfigException, SourceException, OutputException, InboxException {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final transient Supplier<String> fix;

  /**
   * Joins both into the message.
   *
   * @param what what happened, and where
   * @param fix what to do about it
   */
  TapException(String what, String fix, @Nullable Throwable cause) {
    this(what, () -> fix, cause);
  }

  /**
   * Joins both into the message.
   *
   * @param fix asked each time: what happened since may show what there is to do
   */
  TapException(String what, Supplier<String> fix, @Nullable Throwable cause) {
    super(cause);
    this.what = what;
    this.fix = fix;
  }

  /** What happened, where, and what to do. */
  @Override
  public String getMessage() {
    var toDo = fix.get();
    return toDo.isEmpty() ? what : what + " " + toDo;
  }

  /** The process's exit code: 1 where a retry may help, 2 where it cannot. */
  public abstract int exitCode();
}
