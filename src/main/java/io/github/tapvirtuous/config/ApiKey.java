package io.github.tapvirtuous.config;

import io.github.tapvirtuous.error.KeyText;
import io.github.tapvirtuous.error.Problems;
import io.github.tapvirtuous.file.TextFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes the key from the config, or from the file that the config names. Never quotes it. */
final class ApiKey {
  private static final String KEY = "api_key";
  private static final String FILE = "api_key_file";
  private static final Pattern SCHEME =
      Pattern.compile("(?:basic|bearer)\\s(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Problems problems;
  private final SecretTexts secrets;

  ApiKey(Problems problems, SecretTexts secrets) {
    this.problems = problems;
    this.secrets = secrets;
  }

  /** Whoever names a key, in either way, wins over both ways below. */
  static void override(ObjectNode below, ObjectNode above) {
    if (above.hasNonNull(KEY) || above.hasNonNull(FILE)) {
      below.remove(List.of(KEY, FILE));
    }
  }

  /** The key that somebody pasted with the word before it. */
  static Optional<String> behindScheme(String text) {
    var matcher = SCHEME.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
  }

  /** The path that stands where the key's file is named. */
  static Optional<String> file(JsonNode settings) {
    return settings.path(FILE).stringValueOpt();
  }

  /** Empty when there is none to be used; the reason is then among the problems. */
  Optional<Secret> from(ObjectNode settings) {
    if (settings.has(KEY) && settings.has(FILE)) {
      problems.add("Both \"api_key\" and \"api_key_file\" are set.", "Keep one of them.");
      return Optional.empty();
    }
    if (!settings.has(KEY) && !settings.has(FILE)) {
      problems.add(
          "Neither \"api_key\" nor \"api_key_file\" is set.",
          "Set \"api_key\" to a key made in Virtuous under Settings > All Settings > Connectivity"
              + " (API Keys or Application Keys), or \"api_key_file\" to the path of a file that"
              + " holds it.");
      return Optional.empty();
    }
    return settings.has(KEY)
        ? settings.get(KEY).stringValueOpt().flatMap(text -> checked(text, "\"api_key\""))
        : settings.get(FILE).stringValueOpt().flatMap(this::inFile);
  }

  private Optional<Secret> inFile(String path) {
    if (path.isEmpty()) {
      return Optional.empty(); // the schema has said so
    }
    var shown = '"' + KeyText.shown(path) + '"';
    try {
      var text = TextFile.read(path);
      secrets.learn(text);
      return checked(text, "The key in " + shown + " (\"api_key_file\")");
    } catch (IOException e) {
      problems.add(
          "\"api_key_file\" is " + shown + ", which " + e.getMessage() + ".",
          (KeyText.looksLikeKey(path) ? "If it is the key itself, call it \"api_key\". " : "")
              + "Give the path of a text file that holds the key alone.");
      return Optional.empty();
    }
  }

  private Optional<Secret> checked(String text, String subject) {
    var key = text.strip();
    if (key.isEmpty()) {
      problems.add(subject + " is empty.", "Paste the key that Virtuous shows.");
    } else if (behindScheme(key).isPresent()) {
      problems.add(
          subject + " starts with the word Basic or Bearer.",
          "Leave the word out: \"auth_scheme\" says which one is sent.");
    } else if (!KeyText.isSendable(key)) {
      problems.add(
          subject + " holds a space, a control character or a character outside ASCII.",
          "Paste the key again, alone and on one line.");
    } else {
      return Optional.of(new Secret(key));
    }
    return Optional.empty();
  }
}
