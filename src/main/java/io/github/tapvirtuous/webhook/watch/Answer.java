package io.github.tapvirtuous.webhook.watch;

import java.util.Locale;

/** What a receiver says to a request. Any but the first is a refusal, and Virtuous tries again. */
public enum Answer {
  TAKEN(200, ""),
  UNSIGNED(401, "The signature is missing, or none of a known secret."),
  NO_SUCH_PATH(404, "Nothing is here."),
  METHOD(405, "This is not the method for this path."),
  TOO_LARGE(413, "The body is larger than 5 MB."),
  CONTENT_TYPE(415, "Only JSON in UTF-8 is taken, and not compressed."),
  NOT_JSON(400, "The body is not JSON."),
  MALFORMED(400, "This is no request."),
  TOO_SLOW(408, "The request took too long."),
  FAULT(500, "This is a bug in tap-virtuous. Please report this line."),
  TOO_MUCH(503, "Too much is in hand."),
  INBOX(503, "The events cannot be kept now."),
  STOPPING(503, "The receiver is being stopped.");

  private final int status;
  private final String words;

  Answer(int status, String words) {
    this.status = status;
    this.words = words;
  }

  public int status() {
    return status;
  }

  public String words() {
    return words;
  }

  /** Its name among the metrics. */
  public String reason() {
    return name().toLowerCase(Locale.ROOT);
  }
}
