package io.github.tapvirtuous.singer;

import io.github.tapvirtuous.error.ConfigException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The metadata of one catalog entry by breadcrumb: {@code []} is the stream, {@code
 * ["properties","id"]} a column, anything longer a field within one.
 */
final class StreamMetadata {
  private final String stream;
  private final Map<List<String>, JsonNode> entries;

  private StreamMetadata(String stream, Map<List<String>, JsonNode> entries) {
    this.stream = stream;
    this.entries = Map.copyOf(entries);
  }

  /**
   * @param stream the name that messages say
   */
  static StreamMetadata of(JsonNode catalogEntry, String stream) {
    var list = catalogEntry.path("metadata");
    var entries = new HashMap<List<String>, JsonNode>();
    if (!list.isArray() && !list.isMissingNode() && !list.isNull()) {
      throw malformed(stream);
    }
    for (var entry : list) {
      if (!entry.path("breadcrumb").isArray()) {
        throw malformed(stream);
      }
      entries.put(breadcrumb(entry), entry.path("metadata"));
    }
    return new StreamMetadata(stream, entries);
  }

  private static List<String> breadcrumb(JsonNode entry) {
    return entry.path("breadcrumb").valueStream().map(part -> part.asString("")).toList();
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** What is said of the stream as a whole. */
  JsonNode root() {
    return entries.getOrDefault(List.of(), MissingNode.getInstance());
  }

  /** Whether a column of a selected stream is read. */
  boolean keeps(String column) {
    return choice(entries.getOrDefault(List.of("properties", column), MissingNode.getInstance()))
        .orElse(true);
  }

  /** How many fields within columns are deselected although their column is read. */
  long nestedDeselections() {
    return entries.entrySet().stream()
        .filter(entry -> entry.getKey().size() > 2 && keeps(entry.getKey().get(1)))
        .filter(entry -> !choice(entry.getValue()).orElse(true))
        .count();
  }

  private Optional<Boolean> choice(JsonNode metadata) {
    return inclusion(metadata)
        .or(() -> flag(metadata, "selected"))
        .or(() -> flag(metadata, "selected-by-default"));
  }

  /** What {@code inclusion} decides, whatever else is said; nothing where it leaves the choice. */
  Optional<Boolean> inclusion(JsonNode metadata) {
    return switch (metadata.path("inclusion").asString("")) {
      case "unsupported" -> Optional.of(false);
      case "automatic" -> Optional.of(true);
      default -> Optional.empty();
    };
  }

  /** True or false, which the specification's own example writes as text. */
  Optional<Boolean> flag(JsonNode place, String name) {
    return switch (place.path(name).asString("").toLowerCase(Locale.ROOT)) {
      case "" -> Optional.empty();
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default ->
          throw new ConfigException(
              "In the catalog, a \"" + name + "\" of stream \"" + stream + "\" is no boolean.",
              "Write true or false.");
    };
  }

  private static ConfigException malformed(String stream) {
    return new ConfigException(
        "The \"metadata\" of stream \"" + stream + "\" in the catalog cannot be understood.",
        "It is a list of {\"breadcrumb\": […], \"metadata\": {…}}.");
  }
}
