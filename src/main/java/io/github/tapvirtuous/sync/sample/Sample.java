package io.github.tapvirtuous.sync.sample;

import io.github.tapvirtuous.error.UnusableReplyException;
import io.github.tapvirtuous.json.Bytes;
import io.github.tapvirtuous.json.ReplyJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Rows that show what a table holds, with the reply that they came in. */
public final class Sample {
  private final byte[] reply;
  private final List<JsonNode> rows;
  private final long total;

  private Sample(byte[] reply, List<JsonNode> rows, long total) {
    this.reply = reply;
    this.rows = rows;
    this.total = total;
  }

  /**
   * Reads {@code {"list":[…],"total":N}} or a bare array.
   *
   * @throws UnusableReplyException for anything else
   */
  public static Sample read(Bytes body) {
    var reply = body.copy();
    var root = ReplyJson.tree(body);
    var list = root.isArray() ? root : root.path("list");
    if (!list.isArray()) {
      throw new UnusableReplyException("the reply has no \"list\"", null);
    }
    var total = root.path("total");
    return new Sample(
        reply, list.valueStream().toList(), total.canConvertToLong() ? total.asLong() : -1);
  }

  /** Of no rows. */
  static Sample none() {
    return read(Bytes.of("[]".getBytes(StandardCharsets.UTF_8)));
  }

  /** The whole body. */
  public Bytes reply() {
    return Bytes.of(reply);
  }

  public List<JsonNode> rows() {
    return rows;
  }

  /** Rows of the whole table, -1 when the reply does not say. */
  public long total() {
    return total;
  }

  /** Whether there are rows, and none has a usable value in this field. */
  public boolean lack(String field) {
    return !rows.isEmpty() && rows.stream().noneMatch(row -> isUsable(row.path(field)));
  }

  private static boolean isUsable(JsonNode value) {
    return value.isValueNode() && !value.isNull() && !value.asString("").isBlank();
  }

  /** The whole numbers in this field, each once, in the order in which they came. */
  List<Long> numbers(String field) {
    return rows.stream()
        .map(row -> row.path(field))
        .filter(value -> value.isIntegralNumber() && value.canConvertToLong())
        .map(JsonNode::asLong)
        .distinct()
        .toList();
  }

  /** Whether the table has rows beyond these, as far as the reply says. */
  public boolean isPart(int asked) {
    return total < 0 ? rows.size() >= asked : rows.size() < total;
  }
}
