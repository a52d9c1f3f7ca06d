package io.github.tapvirtuous.config.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * All keys of the config with their types, ranges and defaults.
 *
 * @param document a JSON Schema of an object
 * @param settings in the schema's order; an object comes before the settings in it
 */
public record SettingsSchema(ObjectNode document, List<Setting> settings) {
  /** The one in the jar. */
  public static SettingsSchema load() {
    try (var file = SettingsSchema.class.getResourceAsStream("/config.schema.json")) {
      var tree = SettingsJson.MAPPER.readTree(Objects.requireNonNull(file));
      return of((ObjectNode) tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With the settings that a document describes, at any depth. */
  public static SettingsSchema of(ObjectNode document) {
    var all = new ArrayList<Setting>();
    collect(document, List.of(), false, all);
    return new SettingsSchema(document, List.copyOf(all));
  }

  /** Those that hold a value of their own. */
  public List<Setting> leaves() {
    return settings.stream().filter(setting -> !setting.holdsSettings()).toList();
  }

  /**
   * The rules for these settings alone, which allow no other keys, at any depth: what is not set
   * needs none, and every rule takes its time to be made.
   */
  ObjectNode closedFor(ObjectNode given) {
    return closedFor(given, document);
  }

  private static ObjectNode closedFor(JsonNode given, ObjectNode rules) {
    var closed = JsonNodeFactory.instance.objectNode();
    closed.setAll(rules);
    if (rules.get("properties") instanceof ObjectNode all) {
      closed.put("additionalProperties", false);
      var needed = closed.putObject("properties");
      for (var each : all.properties()) {
        if (given.has(each.getKey())) {
          var value = given.get(each.getKey());
          needed.set(each.getKey(), closedFor(value, (ObjectNode) each.getValue()));
        }
      }
    }
    return closed;
  }

  /**
   * The setting of this name, if there is one.
   *
   * @param key with dots, such as {@code webhook.inbox}
   */
  public Optional<Setting> setting(String key) {
    for (var setting : settings) {
      if (setting.key().equals(key)) {
        return Optional.of(setting);
      }
    }
    return Optional.empty();
  }

  private static void collect(
      JsonNode object, List<String> above, boolean isSecret, List<Setting> all) {
    for (var entry : object.path("properties").properties()) {
      var path = new ArrayList<>(above);
      path.add(entry.getKey());
      var isSecretToo = isSecret || Setting.isSecret(entry.getValue());
      all.add(new Setting(path, (ObjectNode) entry.getValue(), isSecretToo));
      collect(entry.getValue(), path, isSecretToo, all);
    }
  }
}
