package io.github.tapvirtuous.standin;

import io.github.tapvirtuous.standin.Delivery.Ending;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;

/** All that can go wrong, one line each. */
public final class Faults {
  private static final String HTML = "text/html";
  private static final String OUTAGE = "<html><body><h1>502 Bad Gateway</h1></body></html>";

  private Faults() {}

  /** A status with the reply that is recorded or documented for it, or else without a body. */
  public static Fault status(int status) {
    var known = Samples.recorded(status);
    return Fault.onReply("status " + status, reply -> known.withDefaults(reply.headers()));
  }

  public static Fault status(int status, String contentType, String body) {
    var other = StandInReply.text(status, contentType, body);
    return Fault.onReply("status " + status + " as " + contentType, reply -> other);
  }

  /** A status with one more header, {@code Retry-After} for instance. */
  public static Fault statusWith(int status, String header, String value) {
    var known = Samples.recorded(status).with(header, value);
    return Fault.onReply(status + " with " + header + ": " + value, reply -> known);
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
    return Fault.onReply(name, reply -> reply.with(Delivery.of(ending, at)));
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
    return Fault.onReply("stalled for " + stall, reply -> reply.with(Delivery.stalled(20, stall)));
  }

  public static Fault gzipGarbage() {
    return Fault.onReply(
        "gzip garbage", reply -> reply.with("Content-Encoding", "gzip").with(Gzip.garbage()));
  }

  /** A small reply that unzips to a list of so many mebibytes of blanks. */
  public static Fault gzipBomb(int mebibytes) {
    return Fault.onReply(
        "gzip bomb", reply -> reply.with("Content-Encoding", "gzip").with(Gzip.bomb(mebibytes)));
  }

  public static Fault totalMissing() {
    return Fault.onEnvelope("total missing", "{\"list\":[%rows%]}");
  }

  public static Fault totalNegative() {
    return Fault.onEnvelope("total negative", "{\"list\":[%rows%],\"total\":-1}");
  }

  public static Fault totalAsText() {
    return Fault.onEnvelope("total as text", "{\"list\":[%rows%],\"total\":\"%total%\"}");
  }

  public static Fault totalOf(int total) {
    return Fault.onEnvelope("total of " + total, "{\"list\":[%rows%],\"total\":" + total + "}");
  }

  public static Fault listNull() {
    return Fault.onEnvelope("list null", "{\"list\":null,\"total\":%total%}");
  }

  public static Fault listMissing() {
    return Fault.onEnvelope("list missing", "{\"total\":%total%}");
  }

  public static Fault rootArray() {
    return Fault.onEnvelope("root array", "[%rows%]");
  }

  public static Fault totalFirst() {
    return Fault.onEnvelope("total first", "{\"total\":%total%,\"list\":[%rows%]}");
  }

  public static Fault twoDocuments() {
    return Fault.onEnvelope("two documents", "{\"list\":[%rows%],\"total\":%total%}{}");
  }

  public static Fault delete(String table, long... ids) {
    return change(
        "delete " + table, standIn -> Arrays.stream(ids).forEach(id -> standIn.delete(table, id)));
  }

  public static Fault restore(String table, long... ids) {
    return change(
        "restore " + table,
        standIn -> Arrays.stream(ids).forEach(id -> standIn.restore(table, id)));
  }

  public static Fault insert(String table, String... rows) {
    return change(
        "insert " + table,
        standIn -> Arrays.stream(rows).forEach(row -> standIn.insert(table, row)));
  }

  /** Anything else that happens to the data or the key before a request is answered. */
  public static Fault change(String name, Consumer<StandIn> change) {
    return Fault.onStandIn(name, change);
  }

  /** Rows come in an order that is always the same but no key's. */
  public static Fault orderByChance(long seed) {
    var chance = new Query.Order(Query.By.CHANCE, false, seed);
    return Fault.onQuery("order by chance", query -> query.ordered(chance));
  }

  public static Fault orderAlwaysDescending() {
    var descending = new Query.Order(Query.By.KEY, true, 0);
    return Fault.onQuery("order always descending", query -> query.ordered(descending));
  }

  /** Every request gets the whole table. */
  public static Fault pagingIgnored() {
    return Fault.onQuery("paging ignored", query -> query.page(0, Integer.MAX_VALUE));
  }

  /** Every request gets the first page. */
  public static Fault skipIgnored() {
    return Fault.onQuery("skip ignored", query -> query.page(0, query.take()));
  }

  public static Fault takeCappedAt(int most) {
    return Fault.onQuery(
        "take capped at " + most, query -> query.page(query.skip(), Math.min(most, query.take())));
  }
}
