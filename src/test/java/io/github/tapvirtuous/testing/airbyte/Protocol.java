package io.github.tapvirtuous.testing.airbyte;

import com.networknt.schema.Schema;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Airbyte's published definitions. Its root describes a wrapper that nobody sends. */
final class Protocol {
  private static final JsonNode DEFINITIONS = definitions("airbyte_protocol");
  private static final JsonNode VALUES = definitions("well_known_types");

  static final Schema MESSAGE = schema("AirbyteMessage", DEFINITIONS);
  static final Schema CONFIGURED_CATALOG = schema("ConfiguredAirbyteCatalog", DEFINITIONS);

  /** By what {@code airbyte_type} says beside {@code format: date-time}. */
  static final Map<String, Schema> TIMES =
      Map.of(
          "timestamp_with_timezone", schema("TimestampWithTimezone", VALUES),
          "timestamp_without_timezone", schema("TimestampWithoutTimezone", VALUES));

  private Protocol() {}

  private static Schema schema(String name, JsonNode definitions) {
    var schema = JsonNodeFactory.instance.objectNode();
    schema.put("$ref", "#/definitions/" + name).set("definitions", definitions);
    return Draft7.schema(schema);
  }

  private static JsonNode definitions(String file) {
    var name = "/airbyte/" + file + ".json";
    try (var in = Objects.requireNonNull(Protocol.class.getResourceAsStream(name))) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return StrictJson.of(text).path("definitions");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
