package io.github.tapvirtuous.webhook;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.KeyText;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a server listens, as an option says it: {@code 127.0.0.1:8080}, {@code [::1]:8080}. */
public final class ListenAddress {
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(?:\\[([0-9a-fA-F:.%]+)]|([^:\\[\\]]+)):([0-9]{1,5})");
  private static final int LAST_PORT = 65_535;

  private ListenAddress() {}

  public static InetSocketAddress of(String option, String text) {
    var parts = HOST_AND_PORT.matcher(text);
    if (!parts.matches() || Integer.parseInt(parts.group(3)) > LAST_PORT) {
      throw wrong(option, text);
    }
    var host = Optional.ofNullable(parts.group(1)).orElseGet(() -> parts.group(2));
    var address = new InetSocketAddress(host, Integer.parseInt(parts.group(3)));
    if (address.isUnresolved()) {
      throw wrong(option, text);
    }
    return address;
  }

  private static ConfigException wrong(String option, String text) {
    return new ConfigException(
        option + " is \"" + KeyText.shown(text) + "\", which is no address of this machine.",
        "Give HOST:PORT, such as 127.0.0.1:8080; port 0 picks a free one.");
  }
}
