package io.github.tapvirtuous.error;

/**
 * The inbox cannot be read or written. The message has no password of a URL and nothing of an event
 * in it, and no cause is kept: a driver quotes both.
 */
public final class InboxException extends TapException {
  private static final long serialVersionUID = 1L;

  /** What is in the way. */
  public enum Kind {
    /** Nobody has made it yet. */
    MISSING,
    /** What lies there is something else. */
    FOREIGN,
    /** A newer tap-virtuous made it. */
    NEWER,
    /** The user or the password is refused, or lacks a right. */
    REFUSED,
    READ_ONLY,
    /** No room is left on the disk. */
    FULL,
    /** The server, the file or the way to it is not there now. */
    AWAY,
    /** Too much waits already. */
    BUSY,
    /** Anything else, among it what one event alone may cause. */
    FAILED;

    /** Whether it may pass without a change of what the user has set. */
    public boolean mayPass() {
      return compareTo(FULL) >= 0;
    }
  }

  private final Kind kind;

  public InboxException(Kind kind, String what, String fix) {
    super(what, fix, null);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  @Override
  public int exitCode() {
    return kind.mayPass() ? 1 : 2;
  }
}
