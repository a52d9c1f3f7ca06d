package io.github.tapvirtuous.standin.faults;

import io.github.tapvirtuous.standin.http.Delivery.Ending;
import io.github.tapvirtuous.standin.http.Gzip;
import io.github.tapvirtuous.standin.http.Samples;
import io.github.tapvirtuous.standin.http.StandInReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/** Replies and connections that go wrong, one line each. */
public final class Faults {
  private static final String HTML = "text/html";
  private static final String OUTAGE = "<html><body><h1>502 Bad Gateway</h1></body></html>";

  private Faults() {}

  /** A status with the reply that is recorded or documented for it, or else without a body. */
  public static Fault status(int status) {
    var known = Samples.recorded(status);
    return Fault.onReply("status " + status, reply -> reply.replacedBy(known));
  }

  public static Fault status(int status, String contentType, String body) {
    var other = StandInReply.text(status, contentType, body);
    return Fault.onReply("status " + status + " " + contentType, reply -> reply.replacedBy(other));
  }

  /** A status with one more header, {@code Retry-After} for instance. */
  public static Fault statusWith(int status, String header, String value) {
    var known = Samples.recorded(status).with(header, value);
    var name = status + " with " + header + ": " + value;
    return Fault.onReply(name, reply -> reply.replacedBy(known).with(header, value));
  }

  /** A 429 with these headers alone: neither {@code Retry-After} nor any other comes by itself. */
  public static Fault limited(Map<String, String> headers) {
    var bare = StandInReply.text(429, "application/json", Samples.recorded(429).text());
    return Fault.onReply("429 with " + headers, reply -> bare.withDefaults(headers));
  }

  public static Fault header(String name, String value) {
    return Fault.onReply(name + ": " + value, reply -> reply.with(name, value));
  }

  public static Fault html502() {
    return status(502, HTML, OUTAGE);
  }

  public static Fault plainText200() {
    return status(200, "text/plain", "Service is starting");
  }

  public static Fault html200() {
    return status(200, HTML, "<html><body>Please sign in</body></html>");
  }

  public static Fault empty200() {
    return Fault.onReply("empty 200", reply -> reply.with(new byte[0]));
  }

  public static Fault body(String name, String body) {
    return status(200, "application/json", body).named(name);
  }

  public static Fault contentType(String type) {
    return header("Content-Type", type);
  }

  public static Fault reset() {
    return delivered("reset before the reply", Ending.RESET, 0);
  }

  public static Fault closed() {
    return delivered("closed without a reply", Ending.CLOSED, 0);
  }

  public static Fault resetInBody() {
    return delivered("reset in the body", Ending.RESET_IN_BODY, 20);
  }

  private static Fault delivered(String name, Ending ending, int at) {
    return Fault.onReply(name, reply -> reply.with(reply.delivery().ending(ending, at)));
  }

  /** A body of any bytes, each given as the character of Latin-1 that has its number. */
  public static Fault bytes(String name, String latin1) {
    return Fault.onReply(name, reply -> reply.with(latin1.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** The body ends early, and Content-Length agrees. */
  public static Fault cutAt(int length) {
    return Fault.onReply("cut at byte " + length, reply -> reply.with(cut(reply.body(), length)));
  }

  public static Fault truncated() {
    return Fault.onReply(
        "cut in half", reply -> reply.with(cut(reply.body(), reply.body().length / 2)));
  }

  private static byte[] cut(byte[] body, int length) {
    return Arrays.copyOf(body, Math.min(length, body.length));
  }

  public static Fault slow(Duration delay) {
    return Fault.onReply("slow by " + delay, reply -> reply.with(reply.delivery().after(delay)));
  }

  /** Headers and some of the body come at once, the rest after this time. */
  public static Fault stalled(Duration stall) {
    return Fault.onReply(
        "stalled for " + stall, reply -> reply.with(reply.delivery().stalled(20, stall)));
  }

  public static Fault gzipGarbage() {
    return Fault.onReply("gzip garbage", Faults::garbled);
  }

  /** A fault whose body cannot be unzipped. */
  public static Fault garbled(Fault fault) {
    return fault.then(Faults::garbled);
  }

  private static StandInReply garbled(StandInReply reply) {
    return reply.with("Content-Encoding", "gzip").with(Gzip.garbage());
  }

  /** A fault whose body is of an encoding that nobody asked for. */
  public static Fault brotli(Fault fault) {
    return fault.then(reply -> reply.with("Content-Encoding", "br"));
  }

  /** A small reply that unzips to a list of so many mebibytes of blanks. */
  public static Fault gzipBomb(int mebibytes) {
    var bomb = Gzip.bomb(mebibytes);
    return Fault.onReply("gzip bomb", reply -> reply.with("Content-Encoding", "gzip").with(bomb));
  }
}
