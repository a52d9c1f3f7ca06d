package io.github.tapvirtuous.config;

import io.github.tapvirtuous.config.source.SettingsSchema;
import io.github.tapvirtuous.error.KeyText;
import io.github.tapvirtuous.error.Problems;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Takes the key from the config, or from the file that the config names. Never quotes it. */
final class ApiKey {
  private static final Pattern SCHEME =
      Pattern.compile("(?:basic|bearer)\\s(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final SecretPair pair;
  private final Problems problems;
  private final SecretTexts secrets;

  ApiKey(SettingsSchema schema, Problems problems, SecretTexts secrets) {
    this.pair = SecretPair.named("api_key", schema).orElseThrow();
    this.problems = problems;
    this.secrets = secrets;
  }

  /** The key that somebody pasted with the word before it. */
  static Optional<String> behindScheme(String text) {
    var matcher = SCHEME.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
  }

  /** Empty when there is none to be used; the reason is then among the problems. */
  Optional<Secret> from(ObjectNode settings) {
    if (!pair.isIn(settings)) {
      problems.add(
          "Neither \"api_key\" nor \"api_key_file\" is set.",
          "Set \"api_key\" to a key made in Virtuous under Settings > All Settings > Connectivity"
              + " (API Keys or Application Keys), or \"api_key_file\" to the path of a file that"
              + " holds it.");
      return Optional.empty();
    }
    return pair.read(settings, secrets, problems).stream().findFirst().flatMap(this::checked);
  }

  private Optional<Secret> checked(SecretPair.Given given) {
    var key = given.text().strip();
    if (key.isEmpty()) {
      problems.add(given.subject() + " is empty.", "Paste the key that Virtuous shows.");
    } else if (behindScheme(key).isPresent()) {
      problems.add(
          given.subject() + " starts with the word Basic or Bearer.",
          "Leave the word out: \"auth_scheme\" says which one is sent.");
    } else if (!KeyText.isSendable(key)) {
      problems.add(
          given.subject() + " holds a space, a control character or a character outside ASCII.",
          "Paste the key again, alone and on one line.");
    } else {
      return Optional.of(new Secret(key));
    }
    return Optional.empty();
  }
}
