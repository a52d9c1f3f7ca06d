package io.github.tapvirtuous.config;

import io.github.tapvirtuous.config.source.EnvironmentSettings;
import io.github.tapvirtuous.config.source.Setting;
import io.github.tapvirtuous.config.source.SettingsSchema;
import io.github.tapvirtuous.error.KeyText;
import io.github.tapvirtuous.error.Problems;
import java.util.Arrays;
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
    secrets(schema.document(), settings).forEach(this::learn);
    SecretPair.in(schema).stream()
        .flatMap(pair -> pair.paths(settings))
        .filter(KeyText::looksLikeKey)
        .forEach(this::learn);
  }

  /** Learns what the environment holds, whether it parses or not. */
  void learn(Map<String, String> environment) {
    schema.settings().stream()
        .filter(Setting::isSecret)
        .map(setting -> environment.getOrDefault(setting.environmentName(), ""))
        .forEach(this::learn);
    learn(new EnvironmentSettings(schema, new Problems()).read(environment)); // objects too
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

  /** What stands where the rules mark a secret, at whatever depth. */
  private static Stream<String> secrets(JsonNode rules, JsonNode value) {
    if (Setting.isSecret(rules)) {
      return texts(value);
    }
    var inObject =
        rules.path("properties").properties().stream()
            .flatMap(each -> secrets(each.getValue(), value.path(each.getKey())));
    return rules.has("items")
        ? value.valueStream().flatMap(item -> secrets(rules.get("items"), item))
        : inObject;
  }

  private static Stream<String> texts(JsonNode node) {
    return node.isContainer()
        ? Stream.concat(
            node.propertyNames().stream(), node.valueStream().flatMap(SecretTexts::texts))
        : Stream.of(node.asString(""));
  }
}
