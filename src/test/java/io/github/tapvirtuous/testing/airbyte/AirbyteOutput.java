package io.github.tapvirtuous.testing.airbyte;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a source has written, as Airbyte reads it. */
public final class AirbyteOutput {
  private final List<JsonNode> messages;

  private AirbyteOutput(List<JsonNode> messages) {
    this.messages = List.copyOf(messages);
  }

  /** Fails with the first line that is no message by the protocol. */
  public static AirbyteOutput of(byte[] stdout) {
    return new AirbyteOutput(MessageLines.of(stdout));
  }

  public static AirbyteOutput of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Leaves out what a kill has cut off. */
  public static AirbyteOutput ofWholeLines(String text) {
    return of(text.substring(0, text.lastIndexOf('\n') + 1));
  }

  /** As much of it as somebody read who went away. */
  public AirbyteOutput first(int count) {
    return new AirbyteOutput(messages.subList(0, count));
  }

  public List<JsonNode> messages() {
    return messages;
  }

  /** What messages of a type hold. */
  private Stream<JsonNode> payloads(String type, String payload) {
    return messages.stream()
        .filter(each -> each.path("type").stringValue().equals(type))
        .map(each -> each.path(payload));
  }

  private JsonNode only(String type, String payload) {
    var found = payloads(type, payload).toList();
    assertThat(found).as("the only " + type).hasSize(1);
    return found.get(0);
  }

  public JsonNode spec() {
    return only("SPEC", "spec");
  }

  public JsonNode connectionStatus() {
    return only("CONNECTION_STATUS", "connectionStatus");
  }

  public JsonNode catalog() {
    return only("CATALOG", "catalog");
  }

  public List<JsonNode> records() {
    return payloads("RECORD", "record").toList();
  }

  private Stream<JsonNode> recordsOf(String stream) {
    return records().stream().filter(each -> each.path("stream").stringValue().equals(stream));
  }

  public List<JsonNode> rows(String stream) {
    return recordsOf(stream).map(each -> each.path("data")).toList();
  }

  public List<Long> ids(String stream) {
    return rows(stream).stream().map(row -> row.path("id").longValue()).toList();
  }

  /** What a stream's records say was changed in them: {@code [{"field":…}]}. */
  public List<JsonNode> changes(String stream) {
    return recordsOf(stream).flatMap(each -> each.at("/meta/changes").valueStream()).toList();
  }

  public List<JsonNode> states() {
    return payloads("STATE", "state").toList();
  }

  public List<JsonNode> states(String stream) {
    return states().stream().filter(each -> Streams.of(each).equals(stream)).toList();
  }

  /** The last state of each stream, as the platform hands it to the next read. */
  public ArrayNode lastStates() {
    var last = new LinkedHashMap<String, JsonNode>();
    states().forEach(each -> last.put(Streams.of(each), each));
    return JsonNodeFactory.instance.arrayNode().addAll(last.values());
  }

  private Stream<JsonNode> traces(String type, String payload) {
    return payloads("TRACE", "trace")
        .filter(each -> each.path("type").stringValue().equals(type))
        .map(each -> each.path(payload));
  }

  public List<JsonNode> errors() {
    return traces("ERROR", "error").toList();
  }

  public List<JsonNode> estimates() {
    return traces("ESTIMATE", "estimate").toList();
  }

  public List<JsonNode> statuses(String stream) {
    return traces("STREAM_STATUS", "stream_status")
        .filter(each -> Streams.of(each).equals(stream))
        .toList();
  }

  /** How a stream ended: its last status, {@code ""} if it has none. */
  public String ending(String stream) {
    return statuses(stream).stream()
        .map(each -> each.path("status").stringValue())
        .reduce("", (before, after) -> after);
  }

  /** What was logged, as {@code LEVEL message}. */
  public List<String> logs() {
    return payloads("LOG", "log")
        .map(each -> each.path("level").stringValue() + " " + each.path("message").stringValue())
        .toList();
  }

  public String text() {
    return String.join("\n", messages.stream().map(JsonNode::toString).toList());
  }

  /** What its reader would be handed after a failure: of records and states, how many there are. */
  @Override
  public String toString() {
    var others = messages.stream().filter(each -> !each.has("record") && !each.has("state"));
    var text = String.join("\n", others.map(JsonNode::toString).toList());
    return records().size() + " records, " + states().size() + " states\n" + text;
  }
}
