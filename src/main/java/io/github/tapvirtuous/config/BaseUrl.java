package io.github.tapvirtuous.config;

import io.github.tapvirtuous.error.KeyText;
import io.github.tapvirtuous.error.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Checks where requests go. User names and passwords in an address are never quoted. */
final class BaseUrl {
  private static final int LAST_PORT = 65_535;

  private BaseUrl() {}

  static void check(String text, Problems problems) {
    try {
      check(new URI(text), problems);
    } catch (URISyntaxException e) {
      incomplete(problems);
    }
  }

  /** With the slash at its end that lets table paths resolve below it. */
  static URI of(String checked) {
    return URI.create(checked.endsWith("/") ? checked : checked + "/");
  }

  private static void check(URI uri, Problems problems) {
    if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      problems.add(
          "\"base_url\" has a user name, a query (?) or a fragment (#).",
          "Give the address alone; the key belongs into \"api_key\".");
    } else if (uri.getScheme() == null || uri.getHost() == null || uri.getPort() > LAST_PORT) {
      incomplete(problems);
    } else if (!isSafe(uri)) {
      problems.add(
          "\"base_url\" is \"" + shown(uri) + "\".",
          "Use https: over " + uri.getScheme() + " the key could be read on its way.");
    }
  }

  private static String shown(URI uri) {
    return Arrays.stream(uri.toString().split("/", -1))
        .map(KeyText::shown)
        .collect(Collectors.joining("/"));
  }

  private static void incomplete(Problems problems) {
    problems.add(
        "\"base_url\" is not a complete address.",
        "Give one such as \"https://api.virtuoussoftware.com/api/\".");
  }

  private static boolean isSafe(URI uri) {
    return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
      case "https" -> true;
      case "http" -> Loopback.is(uri.getHost());
      default -> false;
    };
  }
}
