package io.github.tapvirtuous.virtuous.http;

import org.jspecify.annotations.Nullable;

/** An attempt brought nothing usable; its {@link Failure} says what came instead. */
public final class FailedAttempt extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  public FailedAttempt(Failure failure) {
    this(failure, null);
  }

  public FailedAttempt(Failure failure, @Nullable Throwable cause) {
    super(failure.words(), cause);
    this.failure = failure;
  }

  public Failure failure() {
    return failure;
  }
}
