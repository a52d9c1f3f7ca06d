package io.github.tapvirtuous.standin.http;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** A finished reply, and how it is to be delivered. */
public final class StandInReply {
  private static final String JSON = "application/json; charset=utf-8";

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private final Delivery delivery;

  StandInReply(int status, Map<String, String> headers, byte[] body, Delivery delivery) {
    this.status = status;
    this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    this.headers.putAll(headers);
    this.body = body;
    this.delivery = delivery;
  }

  public static StandInReply json(int status, byte[] body) {
    return new StandInReply(status, Map.of("Content-Type", JSON), body, Delivery.WHOLE);
  }

  public static StandInReply text(int status, String contentType, String body) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return new StandInReply(status, Map.of("Content-Type", contentType), bytes, Delivery.WHOLE);
  }

  public int status() {
    return status;
  }

  public Map<String, String> headers() {
    return Collections.unmodifiableMap(headers);
  }

  /** The array itself, not a copy: replies are large, and nobody writes into them. */
  public byte[] body() {
    return body;
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  public Delivery delivery() {
    return delivery;
  }

  public StandInReply with(Delivery other) {
    return new StandInReply(status, headers, body, other);
  }

  public StandInReply with(byte[] other) {
    return new StandInReply(status, headers, other, delivery);
  }

  public StandInReply with(String header, String value) {
    var more = new TreeMap<>(headers);
    more.put(header, value);
    return new StandInReply(status, more, body, delivery);
  }

  /** Another reply in its place: only what the limit and the clock say stays. */
  public StandInReply replacedBy(StandInReply other) {
    var kept = new TreeMap<>(other.headers);
    for (var header : headers.entrySet()) {
      if (header.getKey().startsWith("X-Rate") || header.getKey().equals("Date")) {
        kept.put(header.getKey(), header.getValue());
      }
    }
    return new StandInReply(other.status, kept, other.body, delivery);
  }

  /** Adds headers that it does not have yet. */
  public StandInReply withDefaults(Map<String, String> others) {
    var more = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(others);
    more.putAll(headers);
    return new StandInReply(status, more, body, delivery);
  }
}
