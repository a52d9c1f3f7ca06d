package io.github.tapvirtuous.event;

import io.github.tapvirtuous.config.Secret;
import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.KeyText;
import io.github.tapvirtuous.file.TextFile;
import java.io.IOException;
import java.util.regex.Pattern;

/** A mounted file that holds the secret of a webhook, and nothing else. */
final class SecretFile {
  private static final Pattern LINE_END = Pattern.compile("\\R\\z");

  private SecretFile() {}

  /**
   * The secret, without the line end that editors leave behind it.
   *
   * @throws ConfigException when there is none
   */
  public static Secret read(String path) {
    var name = "The secret file " + KeyText.shown(path);
    try {
      var secret = LINE_END.matcher(TextFile.read(path)).replaceFirst("");
      if (secret.isEmpty()) {
        throw new ConfigException(name + " is empty.", "Write the webhook's secret into it.");
      }
      return new Secret(secret);
    } catch (IOException e) {
      throw new ConfigException(
          name + " " + e.getMessage() + ".", "Name the file that holds the webhook's secret.", e);
    }
  }
}
