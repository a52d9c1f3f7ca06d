package io.github.tapvirtuous.virtuous.http;

import io.github.tapvirtuous.error.ForeignText;
import io.github.tapvirtuous.error.SourceException;
import java.time.Duration;

/**
 * How one attempt failed.
 *
 * @param status the server's or, of a tunnel, the proxy's; 0 where none came
 * @param words a clause without key or body
 * @param retryAfter the wait that the reply itself asks for; zero for none
 * @param fix what the user can do about it
 */
public record Failure(Kind kind, int status, String words, Duration retryAfter, String fix) {

  /** What came in the place of a usable reply. */
  public enum Kind {
    /** No whole reply in time. */
    TIMED_OUT,
    UNKNOWN_HOST,
    /** The server's certificate has no authority that Java knows. */
    UNTRUSTED,
    TLS,
    NO_CONNECTION,
    /** The connection broke before a reply began. */
    BROKEN,
    /** A proxy made no connection to the server: the status is the proxy's own. */
    REFUSED_TUNNEL,
    /** A status that says that nothing was done. */
    STATUS,
    /** A reply that was cut off, or is garbled or of another shape. */
    UNUSABLE,
    TOO_LARGE,
    /** Java's memory had no room for a reply: to collect it, to unzip it, or to read it. */
    TOO_LITTLE_MEMORY
  }

  /** Without a status or a wait. */
  static Failure of(Kind kind, String words, String fix) {
    return new Failure(kind, 0, words, Duration.ZERO, fix);
  }

  public static Failure unusable(Exception why) {
    return of(
        Kind.UNUSABLE,
        "an unusable reply: " + ForeignText.line(why),
        "Check that \"base_url\" is the Virtuous API and that no proxy alters replies.");
  }

  static Failure tooLarge(int limit) {
    return of(
        Kind.TOO_LARGE, "a reply of more than " + (limit >> 20) + " MiB", "Lower \"page_size\".");
  }

  public static Failure tooLittleMemory() {
    return of(
        Kind.TOO_LITTLE_MEMORY,
        "Java has too little memory for the reply",
        TooLittleMemory.advice());
  }

  /** Whether the server's reply was this status. */
  public boolean isStatus(int given) {
    return kind == Kind.STATUS && status == given;
  }

  /** The status that the server replied with; 0 where that was not the failure. */
  public int serverStatus() {
    return kind == Kind.STATUS ? status : 0;
  }

  /** Whether a reply began, so that the way to the server is right. */
  public boolean isOfReply() {
    return kind == Kind.UNUSABLE || kind == Kind.TOO_LARGE;
  }

  /** What it means for the streams that come after it. */
  public SourceException.Kind meaning() {
    return switch (kind) {
      case STATUS -> status == 403 ? SourceException.Kind.FORBIDDEN : SourceException.Kind.REPLY;
      case UNUSABLE, TOO_LARGE, TOO_LITTLE_MEMORY -> SourceException.Kind.REPLY;
      default -> SourceException.Kind.NETWORK;
    };
  }
}
