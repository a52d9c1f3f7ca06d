package io.github.tapvirtuous.virtuous.http;

import io.github.tapvirtuous.error.ForeignText;
import io.github.tapvirtuous.json.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A whole HTTP reply, its body already decoded. Closing it gives the body's memory back. */
public final class HttpReply implements AutoCloseable {
  /** No id and no date is longer. */
  private static final int LONGEST_TEXT = 100;

  private final int status;
  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Bytes body;
  private final Instant sentAt;
  private final Instant receivedAt;

  /**
   * Takes the body over.
   *
   * @param headers their values, by name
   */
  public HttpReply(
      int status,
      Map<String, List<String>> headers,
      Bytes body,
      Instant sentAt,
      Instant receivedAt) {
    this.status = status;
    this.headers.putAll(headers);
    this.body = body;
    this.sentAt = sentAt;
    this.receivedAt = receivedAt;
  }

  public int status() {
    return status;
  }

  public boolean isSuccess() {
    return status / 100 == 2;
  }

  /** A header in any case. */
  Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst().map(String::strip);
  }

  /** What the server's clock said, as it wrote it; {@code ""} if it did not. */
  public String date() {
    return header("Date").orElse("");
  }

  /** By what the support of Virtuous finds the request, made fit for a message. */
  public Optional<String> requestId() {
    return text("X-Request-Id");
  }

  /** A header's value, made fit for a message; empty where it says nothing. */
  Optional<String> text(String name) {
    return header(name).filter(value -> !value.isEmpty()).map(HttpReply::fit);
  }

  /** Whole or not at all: of a key that somebody sent back, and that is cut, nobody would know. */
  private static String fit(String value) {
    return value.length() > LONGEST_TEXT
        ? "of " + value.length() + " characters"
        : ForeignText.name(value);
  }

  /** Empty once this is closed. */
  public Bytes body() {
    return body;
  }

  @Override
  public void close() {
    body.close();
  }

  /** When its request was sent. */
  public Instant sentAt() {
    return sentAt;
  }

  public Instant receivedAt() {
    return receivedAt;
  }
}
