package io.github.tapvirtuous.error;

import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Virtuous, or the way to it, failed: the same run may succeed later. */
public final class SourceException extends TapException {
  private static final long serialVersionUID = 1L;

  /** What a failure means for the streams that come after it. */
  public enum Kind {
    /** The key may not read this table (HTTP 403); other tables may be open. */
    FORBIDDEN,
    /** No reply came at all: refused, reset, timed out, unknown host. */
    NETWORK,
    /** Replies came, but not the rows that were asked for. */
    REPLY,
    /** Rows came that do not fit, and will not before somebody changes something. */
    UNFIT,
    /** The requests that the run may make were used up before. */
    USED_UP,
    /** The run is being stopped by a signal. */
    STOPPED;

    /** Whether nothing else that is asked for will come in this run. */
    public boolean endsRun() {
      return this == USED_UP || this == STOPPED;
    }
  }

  private static final int NO_STATUS = 0;
  private static final int TOO_SLOW = 408;
  private static final int TOO_MANY = 429;

  private final Kind kind;
  private final String subject;
  private final int status;

  public SourceException(Kind kind, String what, String fix) {
    this(kind, what, fix, null);
  }

  public SourceException(Kind kind, String what, String fix, @Nullable Throwable cause) {
    this(kind, "", what, () -> fix, cause);
  }

  /**
   * About one thing that was asked for.
   *
   * @param subject its name, which the message begins with
   * @param fix asked each time that the message is: what was met since may show what there is to do
   */
  public SourceException(
      Kind kind, String subject, String what, Supplier<String> fix, @Nullable Throwable cause) {
    this(kind, subject, NO_STATUS, what, fix, cause);
  }

  /**
   * About one thing to which the server replied with a status alone.
   *
   * @param status of HTTP; 0 where none came
   */
  public SourceException(
      Kind kind,
      String subject,
      int status,
      String what,
      Supplier<String> fix,
      @Nullable Throwable cause) {
    super(what, fix, cause);
    this.kind = kind;
    this.subject = subject;
    this.status = status;
  }

  /** A signal ended the wait for something. */
  public static SourceException stopped(InterruptedException cause) {
    return new SourceException(Kind.STOPPED, "The run is being stopped.", "", cause);
  }

  @Override
  public String getMessage() {
    return subject.isEmpty() ? reason() : subject + ": " + reason();
  }

  /** The message, for where its subject is named already. */
  public String reason() {
    return super.getMessage();
  }

  public Kind kind() {
    return kind;
  }

  /** The status by which the server refused, or failed; empty where it is none of the server's. */
  public OptionalInt status() {
    return status == NO_STATUS ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /** Whether the server looked at what it was asked, and would not hear of it. */
  public boolean isRefusal() {
    return status / 100 == 4 && status != TOO_SLOW && status != TOO_MANY;
  }

  /** What came instead, in none of the server's own words: they may be about the account. */
  public String inShort() {
    if (status != NO_STATUS) {
      return "HTTP " + status;
    }
    return switch (kind) {
      case NETWORK -> "no reply";
      case USED_UP -> "the requests are used up";
      default -> "no usable reply";
    };
  }

  @Override
  public int exitCode() {
    return 1;
  }
}
