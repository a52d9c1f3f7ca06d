package io.github.tapvirtuous.config.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All keys of the config with their types, ranges and defaults.
 *
 * @param document a JSON Schema of an object
 */
public record SettingsSchema(ObjectNode document) {
  /** The one in the jar. */
  public static SettingsSchema load() {
    try (var file = SettingsSchema.class.getResourceAsStream("/config.schema.json")) {
      var tree = SettingsJson.MAPPER.readTree(Objects.requireNonNull(file));
      return new SettingsSchema((ObjectNode) tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In the schema's order; an object comes before the settings in it. */
  public List<Setting> settings() {
    var all = new ArrayList<Setting>();
    collect(document, List.of(), false, all);
    return all;
  }

  /** Those that hold a value of their own. */
  public List<Setting> leaves() {
    return settings().stream().filter(setting -> !setting.holdsSettings()).toList();
  }

  /** A copy of the document that allows no other keys, at any depth. */
  ObjectNode closed() {
    var copy = new SettingsSchema(document.deepCopy());
    close(copy.document);
    copy.settings().stream().filter(Setting::holdsSettings).forEach(each -> close(each.schema()));
    return copy.document;
  }

  private static void close(ObjectNode object) {
    object.put("additionalProperties", false);
  }

  /**
   * The setting of this name, if there is one.
   *
   * @param key with dots, such as {@code webhook.inbox}
   */
  public Optional<Setting> setting(String key) {
    return settings().stream().filter(setting -> setting.key().equals(key)).findFirst();
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
