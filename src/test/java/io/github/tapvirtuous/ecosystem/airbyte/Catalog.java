package io.github.tapvirtuous.ecosystem.airbyte;

import io.github.tapvirtuous.testing.process.Ran;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The streams that a source offers.
 *
 * @param offered as it said so itself
 */
record Catalog(JsonNode offered) {
  static Catalog in(Ran discovered) {
    return new Catalog(discovered.well().messages("CATALOG").get(0).path("catalog"));
  }

  /** All streams, asked for as a platform does it at the first sync. */
  JsonNode configured() {
    return ofStreams(
        stream -> {
          var incremental = stream.path("supported_sync_modes").toString().contains("incremental");
          return object()
              .put("sync_mode", incremental ? "incremental" : "full_refresh")
              .put("destination_sync_mode", "append_dedup")
              .put("generation_id", 1)
              .put("minimum_generation_id", 0)
              .put("sync_id", 7)
              .set("stream", stream);
        });
  }

  /** In the shape in which Singer has it. */
  JsonNode asSingers() {
    return ofStreams(
        stream ->
            object().set("stream", stream.path("name")).set("schema", stream.path("json_schema")));
  }

  private JsonNode ofStreams(UnaryOperator<JsonNode> change) {
    var catalog = object();
    var streams = catalog.putArray("streams");
    offered.path("streams").valueStream().map(change).forEach(streams::add);
    return catalog;
  }

  private static ObjectNode object() {
    return JsonMapper.shared().createObjectNode();
  }
}
