package io.github.tapvirtuous.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tapvirtuous.row.Pages;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.FieldType;
import io.github.tapvirtuous.table.TableSchema;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A port, and what it has said, in the words of the engine. */
public abstract class MessagePortFixture {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final JsonMapper MAPPER = new JsonMapper();

  final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** The port under test. */
  protected abstract MessagePort portInto(OutputStream stream);

  /**
   * A line of output in the engine's words: {@code started <stream>}, {@code row <stream> <row>},
   * {@code deleted <stream> <key> at <time>} or {@code checkpoint <stream> <state>}; empty for what
   * is the protocol's own.
   */
  protected abstract Stream<String> retold(JsonNode line);

  final List<String> told() {
    return lines().stream().flatMap(this::retold).toList();
  }

  final List<JsonNode> lines() {
    return out.toString(UTF_8).lines().map(MAPPER::readTree).toList();
  }

  /** Shows what a port leaves in the stream that it was given. */
  static OutputStream buffered(OutputStream stream) {
    return new BufferedOutputStream(stream, 1 << 20);
  }

  static void started(MessagePort port) {
    port.started("gifts", schema());
  }

  static TableSchema schema() {
    return new TableSchema(List.of(new Column("id", FieldType.INTEGER)), "id");
  }

  static void rows(MessagePort port, String... rows) {
    port.rows("gifts", page(rows), NOW, RowVersion.NONE);
  }

  static RenderedPage page(String... rows) {
    return Pages.of(Stream.of(rows).map(row -> row.getBytes(UTF_8)).toList());
  }

  static void deleted(MessagePort port, FieldType type, RowVersion version, Long... keys) {
    port.deleted("gifts", new RowKeys(new Column("id", type), List.of(keys)), NOW, version);
  }

  static void checkpoint(MessagePort port, int rows) {
    port.checkpoint("gifts", state(rows), rows);
  }

  static Checkpoint state(int sent) {
    return new Checkpoint(JsonNodeFactory.instance.objectNode().put("sent", sent));
  }
}
