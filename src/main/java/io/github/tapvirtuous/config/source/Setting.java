package io.github.tapvirtuous.config.source;

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
 * @param isSecret whether it, or an object that it lies in, is marked as secret
 */
public record Setting(List<String> path, ObjectNode schema, boolean isSecret) {
  /** How the name of every variable begins. */
  public static final String ENVIRONMENT_PREFIX = "TAP_VIRTUOUS_";

  /** Airbyte's mark on a value that must not be shown. */
  public static final String SECRET = "airbyte_secret";

  /** Airbyte's name for what a pattern asks for, in words. */
  public static final String PATTERN_IN_WORDS = "pattern_descriptor";

  public Setting {
    path = List.copyOf(path);
  }

  public static boolean isSecret(JsonNode schema) {
    return schema.path(SECRET).asBoolean(false);
  }

  public String type() {
    return schema.path("type").asString("");
  }

  public String key() {
    return String.join(".", path);
  }

  /** What a config says of it: missing where it says nothing. */
  public JsonNode in(JsonNode settings) {
    return in(settings, path);
  }

  /** What a config says of it, else its default: missing where there is neither. */
  public JsonNode inOrDefault(JsonNode settings) {
    var value = in(settings);
    return value.isMissingNode() ? schema.path("default") : value;
  }

  /** Takes it out of a config. */
  public void removeFrom(ObjectNode settings) {
    var last = path.size() - 1;
    if (in(settings, path.subList(0, last)) instanceof ObjectNode holder) {
      holder.remove(path.get(last));
    }
  }

  private static JsonNode in(JsonNode settings, List<String> path) {
    var node = settings;
    for (var name : path) {
      node = node.path(name);
    }
    return node;
  }

  public String environmentName() {
    return ENVIRONMENT_PREFIX + String.join("_", path).toUpperCase(Locale.ROOT);
  }

  public boolean holdsSettings() {
    return schema.has("properties");
  }

  public String description() {
    return schema.path("description").asString("");
  }

  /** As the config would spell it, without quotes; empty where there is none. */
  public String defaultValue() {
    return schema.path("default").asString("");
  }

  /** Which values it takes, in a few words. */
  public String values() {
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
      case "array" -> isSecret ? "list, secret" : "list";
      default -> isSecret ? "text, secret" : "text";
    };
  }

  /** {@code 2 to 1000}. */
  public static String range(JsonNode schema) {
    var least = schema.path("minimum").asString("");
    var most = schema.path("maximum").asString("");
    if (least.isEmpty()) {
      return most.isEmpty() ? "number" : "at most " + most;
    }
    return most.isEmpty() ? "at least " + least : least + " to " + most;
  }
}
