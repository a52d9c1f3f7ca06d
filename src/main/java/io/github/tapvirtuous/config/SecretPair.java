package io.github.tapvirtuous.config;

import io.github.tapvirtuous.config.source.Setting;
import io.github.tapvirtuous.config.source.SettingsSchema;
import io.github.tapvirtuous.error.KeyText;
import io.github.tapvirtuous.error.Problems;
import io.github.tapvirtuous.file.TextFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The two ways to give a secret: {@code api_key} is the text itself, {@code api_key_file} the path
 * of a file that holds it alone. Of a list of {@code secrets}, there are {@code secret_files}.
 */
record SecretPair(Setting text, Setting file) {
  private static final String LIST = "array";

  /** Every secret of a schema that may be given in both ways, at whatever depth. */
  static List<SecretPair> in(SettingsSchema schema) {
    return schema.leaves().stream()
        .filter(Setting::isSecret)
        .flatMap(
            text -> schema.setting(fileKey(text)).map(file -> new SecretPair(text, file)).stream())
        .toList();
  }

  private static String fileKey(Setting text) {
    return text.type().equals(LIST)
        ? text.key().replaceFirst("s$", "") + "_files"
        : text.key() + "_file";
  }

  static Optional<SecretPair> named(String key, SettingsSchema schema) {
    return in(schema).stream().filter(pair -> pair.text.key().equals(key)).findFirst();
  }

  /**
   * A secret that was given, as it stands there.
   *
   * @param subject what to call it in a sentence; it is never quoted itself
   */
  record Given(String text, String subject) {}

  /** Whoever gives the secret, in either way, wins over both ways below. */
  void override(ObjectNode below, ObjectNode above) {
    if (isIn(above)) {
      text.removeFrom(below);
      file.removeFrom(below);
    }
  }

  boolean isIn(ObjectNode settings) {
    return isGiven(text.in(settings)) || isGiven(file.in(settings));
  }

  /** What stands where the file is named, or files are. */
  Stream<String> paths(JsonNode settings) {
    return texts(file.in(settings));
  }

  /** Those that can be used, one or a list; why another cannot is among the problems. */
  List<Given> read(ObjectNode settings, SecretTexts secrets, Problems problems) {
    if (!isGiven(file.in(settings))) {
      return texts(text.in(settings)).map(each -> new Given(each, quoted(text))).toList();
    }
    if (isGiven(text.in(settings))) {
      problems.add(
          "Both " + quoted(text) + " and " + quoted(file) + " are set.", "Keep one of them.");
      return List.of();
    }
    return paths(settings)
        .filter(path -> !path.isEmpty()) // the schema has said so
        .flatMap(path -> readFile(path, secrets, problems).stream())
        .toList();
  }

  /** Of anything else the schema has said what it is. */
  private static Stream<String> texts(JsonNode value) {
    var all = value.isArray() ? value.valueStream() : Stream.of(value);
    return all.flatMap(each -> each.stringValueOpt().stream());
  }

  private Optional<Given> readFile(String path, SecretTexts secrets, Problems problems) {
    var shown = '"' + KeyText.shown(path) + '"';
    try {
      var content = TextFile.read(path);
      secrets.learn(content);
      var subject = "The " + noun() + " in " + shown + " (" + quoted(file) + ")";
      return Optional.of(new Given(content, subject));
    } catch (IOException e) {
      problems.add(
          quoted(file) + names() + shown + ", which " + e.getMessage() + ".",
          (KeyText.looksLikeKey(path)
                  ? "If it is the " + noun() + " itself, call it " + quoted(text) + ". "
                  : "")
              + "Give the path of a text file that holds the "
              + noun()
              + " alone.");
      return Optional.empty();
    }
  }

  private String names() {
    return file.type().equals(LIST) ? " names " : " is ";
  }

  private String noun() {
    return text.type().equals(LIST) ? "secret" : "key";
  }

  private static boolean isGiven(JsonNode value) {
    return !value.isMissingNode() && !value.isNull();
  }

  private static String quoted(Setting setting) {
    return '"' + setting.key() + '"';
  }
}
