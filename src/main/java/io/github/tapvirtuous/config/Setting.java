package io.github.tapvirtuous.config;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One key of the config, as its schema describes it.
 *
 * @param path its name, after those of the objects that it lies in
 * @param schema {@code {"type": "integer", "minimum": 2, "default": 250, ...}}
 */
record Setting(List<String> path, ObjectNode schema) {
  /** Airbyte's mark on a value that must not be shown. */
  static final String SECRET = "airbyte_secret";

  /** Airbyte's name for what a pattern asks for, in words. */
  static final String PATTERN_IN_WORDS = "pattern_descriptor";

  Setting {
    path = List.copyOf(path);
  }

  static boolean isSecret(JsonNode schema) {
    return schema.path(SECRET).asBoolean(false);
  }

  boolean isSecret() {
    return isSecret(schema);
  }

  String type() {
    return schema.path("type").asString("");
  }

  String key() {
    return String.join(".", path);
  }

  String environmentName() {
    return EnvironmentSettings.PREFIX + String.join("_", path).toUpperCase(Locale.ROOT);
  }

  boolean holdsSettings() {
    return schema.has("properties");
  }

  String description() {
    return schema.path("description").asString("");
  }

  /** As the config would spell it, without quotes; empty where there is none. */
  String defaultValue() {
    return schema.path("default").asString("");
  }

  /** Which values it takes, in a few words. */
  String values() {
    if (schema.has("enum")) {
      return schema
          .get("enum")
          .valueStream()
          .map(JsonNode::asString)
          .collect(Collectors.joining(", "));
    }
    return switch (type()) {
      case "boolean" -> "true, false";
      case "integer", "number" -> range(schema);
      case "array" -> "list";
      default -> isSecret(schema) ? "text, secret" : "text";
    };
  }

  /** {@code 2 to 1000}. */
  static String range(JsonNode schema) {
    var least = schema.path("minimum").asString("");
    var most = schema.path("maximum").asString("");
    if (least.isEmpty()) {
      return most.isEmpty() ? "number" : "at most " + most;
    }
    return most.isEmpty() ? "at least " + least : least + " to " + most;
  }
}
