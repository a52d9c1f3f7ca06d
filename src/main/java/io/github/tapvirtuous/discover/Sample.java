package io.github.tapvirtuous.discover;

import io.github.tapvirtuous.buffer.Bytes;
import io.github.tapvirtuous.error.UnusableReplyException;
import io.github.tapvirtuous.json.ReplyJson;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Rows that show what a table holds, with the reply that they came in. */
public final class Sample {
  private static final JsonMapper JSON =
      JsonMapper.builder(ReplyJson.factory())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .nodeFactory(new FirstOfEachName())
          .build();

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
  static Sample read(Bytes body) {
    var reply = body.copy();
    var root = tree(reply);
    var list = root.isArray() ? root : root.path("list");
    if (!list.isArray()) {
      throw new UnusableReplyException("the reply has no \"list\"", null);
    }
    var total = root.path("total");
    return new Sample(
        reply, list.valueStream().toList(), total.canConvertToLong() ? total.asLong() : -1);
  }

  private static JsonNode tree(byte[] reply) {
    try {
      return JSON.readTree(reply);
    } catch (JacksonException broken) {
      throw ReplyJson.unusable(broken);
    }
  }

  /** The whole body. */
  public Bytes reply() {
    return Bytes.of(reply);
  }

  List<JsonNode> rows() {
    return rows;
  }

  /** Rows of the whole table, -1 when the reply does not say. */
  long total() {
    return total;
  }

  /** Of a name that comes twice in an object the first counts, as where rows are rendered. */
  private static final class FirstOfEachName extends JsonNodeFactory {
    private static final long serialVersionUID = 1L;

    @Override
    public ObjectNode objectNode() {
      return new ObjectNode(this, new FirstStays());
    }
  }

  private static final class FirstStays extends LinkedHashMap<String, JsonNode> {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable JsonNode put(String name, JsonNode value) {
      return putIfAbsent(name, value);
    }
  }

  /** Whether the table has rows beyond these, as far as the reply says. */
  boolean isPart(int asked) {
    return total < 0 ? rows.size() >= asked : rows.size() < total;
  }
}
