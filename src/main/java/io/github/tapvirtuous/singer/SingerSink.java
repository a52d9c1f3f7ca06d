package io.github.tapvirtuous.singer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tapvirtuous.json.CleanJson;
import io.github.tapvirtuous.json.OutputBuffer;
import io.github.tapvirtuous.message.Message;
import io.github.tapvirtuous.message.MessageSink;
import io.github.tapvirtuous.table.JsonSchemas;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes messages as Singer's JSON lines. */
public final class SingerSink implements MessageSink {
  private static final byte[] LINE_END = {'\n'};

  private final OutputBuffer out;

  /**
   * @param out throws when a write fails, which a {@link java.io.PrintStream} does not
   */
  public SingerSink(OutputStream out) {
    this.out = new OutputBuffer(out);
  }

  @Override
  public void schema(Message.Schema schema) {
    var line = line("SCHEMA").put("stream", schema.stream());
    line.set("schema", JsonSchemas.toJson(schema.schema()));
    line.putArray("key_properties").add(schema.schema().key());
    say(line);
  }

  /** Row by row a copy of bytes: no text is made of them. */
  @Override
  public void rows(Message.Rows rows) {
    var page = rows.page();
    var start = recordStart(rows.stream());
    var end = recordEnd(rows.extractedAt());
    for (int row = 0; row < page.rows(); row++) {
      out.append(start);
      out.append(page.bytes(), page.start(row), page.end(row));
      out.append(end);
    }
  }

  @Override
  public void progress(Message.Progress progress) {
    var line = line("STATE");
    line.set("value", progress.bookmarks().toJson());
    say(line);
  }

  private void say(ObjectNode line) {
    out.append(CleanJson.compact(line));
    out.append(LINE_END);
    out.flush();
  }

  private static ObjectNode line(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  private static byte[] recordStart(String stream) {
    var name = new String(CleanJson.compact(stream), UTF_8);
    return ("{\"type\":\"RECORD\",\"stream\":" + name + ",\"record\":").getBytes(UTF_8);
  }

  /** Targets in older Pythons reject more than six fraction digits. */
  private static byte[] recordEnd(Instant extractedAt) {
    var time = extractedAt.truncatedTo(ChronoUnit.MICROS);
    return (",\"time_extracted\":\"" + time + "\"}\n").getBytes(UTF_8);
  }
}
