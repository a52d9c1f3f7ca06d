package io.github.tapvirtuous.virtuous.http;

import io.github.tapvirtuous.error.SourceException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One try that brought nothing usable; its message is a clause without key or body. */
public abstract sealed class FailedTry extends Exception
    permits NoReply, RefusedTunnel, UnusableReply, RejectedRequest, TooLittleMemory {
  private static final long serialVersionUID = 1L;

  FailedTry(String what, @Nullable Throwable cause) {
    super(what, cause);
  }

  /** Whether the same request may succeed in a moment. */
  public abstract boolean isWorthAnotherTry();

  /** Whether fewer rows may help. */
  public abstract boolean isHeavy();

  /** Whether a connection broke that may have been closed while it was idle. */
  public boolean mayBeIdleConnection() {
    return false;
  }

  /** Whether the server was not reached at all: its name is unknown, or it or a proxy refuses. */
  public boolean foundNoWay() {
    return false;
  }

  /** The wait that the reply itself asks for. */
  public Optional<Duration> retryAfter() {
    return Optional.empty();
  }

  public abstract SourceException.Kind kind();

  /** What the user can do about it. */
  public abstract String fix();

  /** The same where other things that were asked for came. */
  public String fixWhereOthersCome() {
    return fix();
  }
}
