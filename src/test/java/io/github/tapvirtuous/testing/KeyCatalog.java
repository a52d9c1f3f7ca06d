package io.github.tapvirtuous.testing;

import io.github.tapvirtuous.table.TableMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A catalog of the keys of tables alone: with it, no sampling is needed. */
final class KeyCatalog {
  private KeyCatalog() {}

  static JsonNode of(String... tables) {
    var json = JsonNodeFactory.instance.objectNode();
    var streams = json.putArray("streams");
    for (var table : tables) {
      var key = TableMap.named(table).orElseThrow().key();
      var stream = streams.addObject().put("tap_stream_id", table).put("stream", table);
      stream.putArray("key_properties").add(key);
      var schema = stream.putObject("schema").put("type", "object");
      schema.putObject("properties").putObject(key).putArray("type").add("integer");
    }
    return json;
  }
}
