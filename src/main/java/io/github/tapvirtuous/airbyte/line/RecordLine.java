package io.github.tapvirtuous.airbyte.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tapvirtuous.json.CleanJson;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row as a message: {@code
 * {"type":"RECORD","record":{"stream":"gifts","data":{…},"emitted_at":1767225600000}}}.
 */
public final class RecordLine {
  private RecordLine() {}

  /** What stands before the row. */
  public static byte[] start(String stream) {
    var name = new String(CleanJson.compact(stream), UTF_8);
    return ("{\"type\":\"RECORD\",\"record\":{\"stream\":" + name + ",\"data\":").getBytes(UTF_8);
  }

  /** What stands behind it. */
  public static byte[] end(Instant emittedAt) {
    return (",\"emitted_at\":" + emittedAt.toEpochMilli() + "}}\n").getBytes(UTF_8);
  }

  /**
   * What stands behind a row that is not as Virtuous sent it.
   *
   * @param nulled fields whose values their columns cannot hold
   */
  public static byte[] end(Instant emittedAt, List<String> nulled) {
    var meta = JsonNodeFactory.instance.objectNode();
    var changes = meta.putArray("changes");
    for (var field : nulled) {
      var change = changes.addObject().put("field", field).put("change", "NULLED");
      change.put("reason", "SOURCE_SERIALIZATION_ERROR");
    }
    var end = ",\"emitted_at\":" + emittedAt.toEpochMilli() + ",\"meta\":";
    return (end + new String(CleanJson.compact(meta), UTF_8) + "}}\n").getBytes(UTF_8);
  }

  public static ObjectNode of(String stream, ObjectNode row, Instant emittedAt) {
    var message = JsonNodeFactory.instance.objectNode().put("type", "RECORD");
    var record = message.putObject("record").put("stream", stream);
    record.set("data", row);
    record.put("emitted_at", emittedAt.toEpochMilli());
    return message;
  }
}
