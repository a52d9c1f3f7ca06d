package io.github.tapvirtuous.config;

import io.github.tapvirtuous.config.source.SettingsSchema;
import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.KeyText;
import io.github.tapvirtuous.error.Problems;
import io.github.tapvirtuous.file.TextFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** The secrets by which Virtuous signs events: in the config, or in files. Never quotes them. */
public final class WebhookSecrets {
  private static final Pattern LINE_END = Pattern.compile("\\R\\z");

  private final SecretPair pair;
  private final Problems problems;
  private final SecretTexts secrets;

  WebhookSecrets(SettingsSchema schema, Problems problems, SecretTexts secrets) {
    this.pair = SecretPair.named("webhook.secrets", schema).orElseThrow();
    this.problems = problems;
    this.secrets = secrets;
  }

  /**
   * The one in a file that an option names; the line end behind it is no part of it.
   *
   * @param option such as {@code --secret-file}
   * @param hide told of it before anything is said
   * @throws ConfigException when there is none
   */
  public static Secret inFile(String option, String path, Consumer<Secret> hide) {
    var subject = option + " names \"" + KeyText.shown(path) + "\", which ";
    var fix = "Give the path of a text file that holds the secret alone.";
    try {
      var text = withoutLineEnd(TextFile.read(path));
      if (text.isBlank()) {
        throw new ConfigException(subject + "is empty.", fix);
      }
      var secret = new Secret(text);
      hide.accept(secret);
      return secret;
    } catch (IOException unreadable) {
      throw new ConfigException(subject + unreadable.getMessage() + ".", fix, unreadable);
    }
  }

  /** All that can be used; why another cannot, or why there is none, is among the problems. */
  List<Secret> from(ObjectNode settings) {
    if (!pair.isIn(settings)) {
      problems.add(
          "Neither \"webhook.secrets\" nor \"webhook.secret_files\" is set.",
          "Set one of them to a list of the secrets, or of files with one each, that webhooks"
              + " were created with.");
      return List.of();
    }
    return pair.read(settings, secrets, problems).stream()
        .flatMap(given -> checked(given).stream())
        .toList();
  }

  private Optional<Secret> checked(SecretPair.Given given) {
    var text = withoutLineEnd(given.text());
    if (text.isBlank()) {
      problems.add(given.subject() + " is empty.", "Put the secret there.");
      return Optional.empty();
    }
    return Optional.of(new Secret(text));
  }

  private static String withoutLineEnd(String text) {
    return LINE_END.matcher(text).replaceFirst("");
  }
}
