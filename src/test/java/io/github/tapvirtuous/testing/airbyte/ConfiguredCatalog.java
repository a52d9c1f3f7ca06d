package io.github.tapvirtuous.testing.airbyte;

import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is wanted of a source: streams as they were discovered, and how to read each.
 *
 * @param json as it is written to the file that a read gets
 */
public record ConfiguredCatalog(JsonNode json) {
  /** Every stream in this mode, whether or not it has it: some callers do not look. */
  public static ConfiguredCatalog incremental(JsonNode discovered) {
    return of(discovered, "incremental", "append_dedup");
  }

  public static ConfiguredCatalog fullRefresh(JsonNode discovered) {
    return of(discovered, "full_refresh", "overwrite");
  }

  private static ConfiguredCatalog of(JsonNode discovered, String mode, String atDestination) {
    var json = JsonNodeFactory.instance.objectNode();
    var streams = json.putArray("streams");
    for (var stream : discovered.path("streams")) {
      var configured = streams.addObject();
      configured.put("sync_mode", mode).put("destination_sync_mode", atDestination);
      configured.set("stream", stream);
      configured.set("cursor_field", orNone(stream.path("default_cursor_field")));
      configured.set("primary_key", orNone(stream.path("source_defined_primary_key")));
    }
    return new ConfiguredCatalog(json);
  }

  private static JsonNode orNone(JsonNode list) {
    return list.isArray() ? list : JsonNodeFactory.instance.arrayNode();
  }

  public ConfiguredCatalog only(String... names) {
    var wanted = List.of(names);
    return changed(
        json ->
            json.withArrayProperty("streams")
                .removeIf(each -> !wanted.contains(each.at("/stream/name").stringValue())));
  }

  /** As the platform numbers what it asks for: rows below the least generation are to go. */
  public ConfiguredCatalog generation(int generation, int least) {
    return changed(
        json ->
            each(
                json,
                stream ->
                    stream
                        .put("generation_id", generation)
                        .put("minimum_generation_id", least)
                        .put("sync_id", 70 + generation)));
  }

  /** With a stream of another name as well, otherwise like the first one. */
  public ConfiguredCatalog with(String name) {
    return changed(
        json -> {
          var streams = json.withArrayProperty("streams");
          var another = (ObjectNode) streams.get(0).deepCopy();
          another.withObjectProperty("stream").put("name", name);
          streams.insert(0, another);
        });
  }

  /** Each stream with something else about it. */
  public ConfiguredCatalog each(Consumer<ObjectNode> change) {
    return changed(json -> each(json, change));
  }

  private static void each(ObjectNode json, Consumer<ObjectNode> change) {
    json.path("streams").forEach(stream -> change.accept((ObjectNode) stream));
  }

  private ConfiguredCatalog changed(Consumer<ObjectNode> change) {
    var copy = (ObjectNode) json.deepCopy();
    change.accept(copy);
    return new ConfiguredCatalog(copy);
  }
}
