package io.github.tapvirtuous.sync.sample;

import io.github.tapvirtuous.error.UnusableReplyException;
import io.github.tapvirtuous.json.Bytes;
import io.github.tapvirtuous.json.ReplyJson;
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

  /** Whether the table has rows beyond these, as far as the reply says. */
  public boolean isPart(int asked) {
    return total < 0 ? rows.size() >= asked : rows.size() < total;
  }
}
