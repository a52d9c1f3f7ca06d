package io.github.tapvirtuous.config;

import io.github.tapvirtuous.config.source.Setting;
import io.github.tapvirtuous.config.source.SettingsSchema;
import io.github.tapvirtuous.error.KeyText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The texts of a config that nobody may see. The log has to know them before it says anything, be
 * they of any use or not.
 *
 * @param schema where secrets are marked
 * @param hide told of each text, in every form in which it may be seen
 */
record SecretTexts(SettingsSchema schema, Consumer<Secret> hide) {
  /** Learns what the settings of one source hold. */
  void learn(JsonNode settings) {
    secrets().flatMap(setting -> texts(at(setting.path(), settings))).forEach(this::learn);
    ApiKey.file(settings).filter(KeyText::looksLikeKey).ifPresent(this::learn);
  }

  /** Learns what the environment holds, whether it parses or not. */
  void learn(Map<String, String> environment) {
    secrets()
        .map(setting -> environment.getOrDefault(setting.environmentName(), ""))
        .forEach(this::learn);
  }

  /** Learns a text as it is, and the keys that stand in it beside other words. */
  void learn(String text) {
    var whole = text.strip();
    var words = whole.split("\\s+");
    Stream.concat(Stream.of(whole), Arrays.stream(words).filter(KeyText::looksLikeKey))
        .map(Secret::new)
        .forEach(hide);
    ApiKey.behindScheme(whole).map(Secret::new).ifPresent(hide);
  }

  private Stream<Setting> secrets() {
    return schema.settings().stream().filter(Setting::isSecret);
  }

  private static JsonNode at(List<String> path, JsonNode settings) {
    var node = settings;
    for (var name : path) {
      node = node.path(name);
    }
    return node;
  }

  private static Stream<String> texts(JsonNode node) {
    return node.isContainer()
        ? Stream.concat(
            node.propertyNames().stream(), node.valueStream().flatMap(SecretTexts::texts))
        : Stream.of(node.asString(""));
  }
}
