package io.github.tapvirtuous.cli.webhook;

import io.github.tapvirtuous.config.Secret;
import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.inbox.Inboxes;
import io.github.tapvirtuous.log.SecretMask;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the inbox is, as a flag, the config or the environment says. */
final class InboxLocation {
  private static final String VARIABLE = "TAP_VIRTUOUS_WEBHOOK_INBOX";
  private static final Pattern PASSWORD = Pattern.compile("(?i)password=([^&]*)");

  private InboxLocation() {}

  /**
   * The flag, else the setting, else the variable alone: some look into an inbox without config.
   */
  static String of(
      @Nullable String flag, Optional<TapConfig> config, Map<String, String> environment) {
    var location =
        Optional.ofNullable(flag)
            .or(() -> config.flatMap(given -> given.webhook().inbox()).map(Secret::value))
            .or(() -> Optional.ofNullable(environment.get(VARIABLE)))
            .filter(text -> !text.isBlank())
            .orElseThrow(InboxLocation::missing);
    hide(location);
    if (flag != null && PASSWORD.matcher(flag).find()) {
      throw new ConfigException(
          "--inbox holds a password, which everybody sees who lists the machine's programs.",
          "Set \"webhook.inbox\" or " + VARIABLE + " instead.");
    }
    return location;
  }

  private static ConfigException missing() {
    return new ConfigException(
        "Where events are kept is not said.",
        "Set \"webhook.inbox\" or " + VARIABLE + ", or add --inbox: a file will do.");
  }

  /** The path of a file is no secret; who is to mend it has to read it. */
  private static void hide(String location) {
    if (Inboxes.isUrl(location)) {
      SecretMask.hide(new Secret(location));
      PASSWORD
          .matcher(location)
          .results()
          .forEach(each -> SecretMask.hide(new Secret(each.group(1))));
    }
  }
}
