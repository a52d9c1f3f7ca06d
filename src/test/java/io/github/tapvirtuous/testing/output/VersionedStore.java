package io.github.tapvirtuous.testing.output;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What a target holds that puts rows by their key and deletes at each ACTIVATE_VERSION. */
public final class VersionedStore {
  private final Map<String, String> keys = new HashMap<>();
  private final Map<String, Map<String, JsonNode>> records = new HashMap<>();

  public void load(Messages written) {
    written.messages().forEach(this::take);
  }

  private void take(JsonNode message) {
    var stream = message.path("stream").asString("");
    switch (message.path("type").asString()) {
      case "SCHEMA" -> keys.put(stream, message.at("/key_properties/0").stringValue());
      case "RECORD" -> records(stream).put(key(stream, message.path("record")), message);
      case "ACTIVATE_VERSION" -> activate(stream, message.path("version").longValue());
      default -> {} // a state
    }
  }

  private Map<String, JsonNode> records(String stream) {
    return records.computeIfAbsent(stream, none -> new TreeMap<>());
  }

  private String key(String stream, JsonNode record) {
    return record.path(keys.get(stream)).asString();
  }

  private void activate(String stream, long version) {
    records(stream).values().removeIf(row -> row.path("version").asLong(0) < version);
  }

  public Set<String> keys(String stream) {
    return records(stream).keySet();
  }

  /** One column of all rows, by their keys. */
  public Map<String, String> column(String stream, String name) {
    var values = new TreeMap<String, String>();
    records(stream)
        .forEach((key, message) -> values.put(key, message.at("/record/" + name).asString()));
    return values;
  }
}
