package io.github.tapvirtuous.config;

import io.github.tapvirtuous.config.source.EnvironmentSettings;
import io.github.tapvirtuous.config.source.Setting;
import io.github.tapvirtuous.config.source.SettingsSchema;
import io.github.tapvirtuous.error.KeyText;
import io.github.tapvirtuous.error.Problems;
import java.util.Map;
import java.util.function.Consumer;
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
    learnSecrets(schema.document(), settings);
    for (var pair : SecretPair.in(schema)) {
      pair.paths(settings).filter(KeyText::looksLikeKey).forEach(this::learn);
    }
  }

  /** Learns what the environment holds, whether it parses or not. */
  void learn(Map<String, String> environment) {
    for (var setting : schema.settings()) {
      if (setting.isSecret()) {
        learn(environment.getOrDefault(setting.environmentName(), ""));
      }
    }
    learn(new EnvironmentSettings(schema, new Problems()).read(environment)); // objects too
  }

  /** Learns a text as it is, and the keys that stand in it beside other words. */
  void learn(String text) {
    var whole = text.strip();
    hide.accept(new Secret(whole));
    for (var word : whole.split("\\s+", -1)) {
      if (KeyText.looksLikeKey(word)) {
        hide.accept(new Secret(word));
      }
    }
    ApiKey.behindScheme(whole).map(Secret::new).ifPresent(hide);
  }

  /** What stands where the rules mark a secret, at whatever depth. */
  private void learnSecrets(JsonNode rules, JsonNode value) {
    if (Setting.isSecret(rules)) {
      learnTexts(value);
    } else if (rules.has("items")) {
      value.forEach(item -> learnSecrets(rules.get("items"), item));
    } else {
      for (var each : rules.path("properties").properties()) {
        learnSecrets(each.getValue(), value.path(each.getKey()));
      }
    }
  }

  private void learnTexts(JsonNode node) {
    if (node.isContainer()) {
      node.propertyNames().forEach(this::learn);
      node.forEach(this::learnTexts);
    } else {
      learn(node.asString(""));
    }
  }
}
