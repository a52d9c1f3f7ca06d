package io.github.tapvirtuous.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** This machine itself, by its name or address alone: no name is ever looked up to find out. */
public final class Loopback {
  private static final Pattern NAME_OR_IPV4 =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}", Pattern.CASE_INSENSITIVE);

  private Loopback() {}

  /**
   * Whether a host can be no other machine.
   *
   * @param host as it stands in a URI: IPv6 in brackets
   */
  public static boolean is(String host) {
    return host.startsWith("[") ? isIpv6(host) : NAME_OR_IPV4.matcher(host).matches();
  }

  /**
   * However it is written: {@code [::1]}, {@code [0:0:0:0:0:0:0:1]}, {@code [::ffff:127.0.0.1]}.
   */
  private static boolean isIpv6(String inBrackets) {
    try {
      return InetAddress.getByName(inBrackets).isLoopbackAddress(); // brackets: never a name
    } catch (UnknownHostException notAnAddress) {
      return false;
    }
  }
}
