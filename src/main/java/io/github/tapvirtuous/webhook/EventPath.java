package io.github.tapvirtuous.webhook;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.webhook.receiver.ReceiverServer;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The path to which Virtuous sends events, as it stands in a request.
 *
 * @param text such as {@code /virtuous/8f2c}
 */
public record EventPath(String text) {
  private static final Pattern PATH = Pattern.compile("/[!-~&&[^?#]]*");
  private static final int RANDOM_BYTES = 16;

  /**
   * As an option gives it.
   *
   * @throws ConfigException if it is none, or taken by something else
   */
  public static EventPath of(String option, String text) {
    if (!PATH.matcher(text).matches()) {
      throw new ConfigException(
          option + " is no path.", "Begin it with a slash, and use only what a URL may hold.");
    }
    if (ReceiverServer.HEALTH_PATHS.contains(text)) {
      throw new ConfigException(
          option + " is " + text + ", where no events are taken.", "Choose another path.");
    }
    return new EventPath(text);
  }

  /** Of the address at which Virtuous sends events. */
  public static EventPath of(String setting, URI url) {
    return of(setting, url.getRawPath().isEmpty() ? "/" : url.getRawPath());
  }

  /** One that nobody guesses. */
  public static EventPath random() {
    var bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new EventPath("/" + HexFormat.of().formatHex(bytes));
  }
}
