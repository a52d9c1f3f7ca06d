package io.github.tapvirtuous.acceptance;

import io.github.tapvirtuous.ecosystem.target.Manner;
import io.github.tapvirtuous.ecosystem.target.Target;
import io.github.tapvirtuous.ecosystem.truth.Comparison;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.testing.airbyte.ConfiguredCatalog;
import io.github.tapvirtuous.testing.airbyte.Destination;
import io.github.tapvirtuous.testing.process.Launch;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The rows of a destination, compared with Virtuous as those of real targets are. */
record StoredRows(Destination destination) implements Target {
  /** Cell by cell: in what they differ from all that Virtuous holds of the catalog's streams. */
  static List<String> differences(
      Destination destination, ConfiguredCatalog catalog, StandIn virtuous) {
    return new Comparison(virtuous, new StoredRows(destination), columns(catalog)).differences();
  }

  private static JsonNode columns(ConfiguredCatalog catalog) {
    var json = JsonNodeFactory.instance.objectNode();
    var streams = json.putArray("streams");
    for (var each : catalog.json().path("streams")) {
      streams
          .addObject()
          .put("stream", each.at("/stream/name").stringValue())
          .set("schema", each.at("/stream/json_schema"));
    }
    return json;
  }

  @Override
  public String name() {
    return "a destination in memory";
  }

  @Override
  public Launch program() {
    throw new UnsupportedOperationException("It is no program.");
  }

  @Override
  public Set<Manner> manners() {
    return Set.of();
  }

  @Override
  public List<JsonNode> rows(String stream) {
    return destination.rows(stream);
  }

  @Override
  public Map<String, String> columnTypes(String stream) {
    return Map.of();
  }
}
