package io.github.tapvirtuous.testing.airbyte;

import io.github.tapvirtuous.testing.output.StrictJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What is stored by a destination that puts rows by their key. It keeps rows only up to a state
 * that it got, of two rows the one with the newer cursor, and no row that is marked as deleted.
 */
public final class Destination {
  private final Map<String, Map<String, JsonNode>> rows = new TreeMap<>();
  private final Map<String, JsonNode> states = new TreeMap<>();
  private final Map<String, String> keys = new TreeMap<>();
  private final Map<String, String> cursors = new TreeMap<>();

  public Destination(ConfiguredCatalog catalog) {
    for (var each : catalog.json().path("streams")) {
      var name = each.at("/stream/name").stringValue();
      rows.put(name, new TreeMap<>());
      keys.put(name, each.at("/stream/source_defined_primary_key/0/0").stringValue());
      cursors.put(name, each.at("/stream/default_cursor_field/0").asString(""));
    }
  }

  /** Takes in what was written; rows behind the last state of their stream are lost. */
  public Destination load(AirbyteOutput output) {
    var buffered = new TreeMap<String, List<JsonNode>>();
    for (var message : output.messages()) {
      var type = message.path("type").stringValue();
      if (type.equals("RECORD")) {
        var stream = Streams.of(message.path("record"));
        buffered.computeIfAbsent(stream, none -> new ArrayList<>()).add(message.at("/record/data"));
      } else if (type.equals("STATE")) {
        var stream = Streams.of(message.path("state"));
        Optional.ofNullable(buffered.remove(stream))
            .ifPresent(all -> all.forEach(row -> put(stream, row)));
        states.put(stream, message.path("state"));
      }
    }
    return this;
  }

  private void put(String stream, JsonNode row) {
    var stored = stored(stream);
    var key = row.path(keys.getOrDefault(stream, "")).asString();
    var before = Optional.ofNullable(stored.get(key));
    if (before.filter(older -> cursor(stream, older).isAfter(cursor(stream, row))).isEmpty()) {
      stored.put(key, row);
    }
  }

  private Instant cursor(String stream, JsonNode row) {
    var text = row.path(cursors.getOrDefault(stream, "")).asString("");
    return text.isEmpty() ? Instant.MIN : Instant.parse(text);
  }

  private Map<String, JsonNode> stored(String stream) {
    return rows.computeIfAbsent(stream, none -> new TreeMap<>());
  }

  /** The rows of a stream that are there. */
  public List<JsonNode> rows(String stream) {
    return stored(stream).values().stream()
        .filter(row -> !row.path(RowRules.DELETED_AT).isString())
        .toList();
  }

  public List<Long> ids(String stream) {
    return rows(stream).stream().map(row -> row.path("id").longValue()).sorted().toList();
  }

  /** What the platform hands to the next read: each state as it came, or {@code []}. */
  public ArrayNode states() {
    return JsonNodeFactory.instance.arrayNode().addAll(states.values());
  }

  /** The same, with all that the platform and PyAirbyte put around it. */
  public String oddStates() {
    var all = new ArrayList<String>();
    for (var state : states.values()) {
      var stream = state.path("stream");
      all.add(
          """
          {"type":"STREAM","stream":{"stream_descriptor":{"name":%s,"namespace":null},\
          "stream_state":%s},"global":null,"data":null,"global_":null,"global_":null,\
          "sourceStats":{"recordCount":7.0,"rejectedRecordCount":null},"destinationStats":null,"id":17,"an_unknown_key":[{}]}"""
              .formatted(stream.at("/stream_descriptor/name"), stream.path("stream_state")));
    }
    return "[" + String.join(",\n", all) + "]";
  }

  /** A state of the stream as it stands, for a look into it. */
  public JsonNode state(String stream) {
    return Optional.ofNullable(states.get(stream))
        .map(each -> each.at("/stream/stream_state"))
        .orElseGet(() -> StrictJson.of("{}"));
  }
}
