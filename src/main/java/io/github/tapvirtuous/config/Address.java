package io.github.tapvirtuous.config;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.KeyText;
import io.github.tapvirtuous.error.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Checks the address that a user gives. User names and passwords in it are never quoted.
 *
 * @param subject what to call it in a sentence
 * @param example a good one
 * @param insecure what to say of a scheme that is not encrypted
 * @param mayHaveQuery whether a question mark may follow
 * @param alone what to do with one that has more than it may
 */
public record Address(
    String subject, String example, String insecure, boolean mayHaveQuery, String alone) {
  private static final int LAST_PORT = 65_535;

  /** Of the API itself. */
  static final Address BASE =
      new Address(
          "\"base_url\"",
          "https://api.virtuoussoftware.com/api/",
          "Use https: over %s the key could be read on its way.",
          false,
          "Give the address alone; the key belongs into \"api_key\".");

  /**
   * To which Virtuous sends events.
   *
   * @param subject where it was given
   */
  public static Address ofWebhook(String subject) {
    return new Address(
        subject,
        "https://hooks.example.org/virtuous",
        "Use https: over %s what is told of donors could be read on its way.",
        true,
        "Give the address alone; what shows that an event is from Virtuous is its signature.");
  }

  /** With the slash at its end that lets table paths resolve below it. */
  static URI withSlash(String checked) {
    return URI.create(checked.endsWith("/") ? checked : checked + "/");
  }

  /**
   * The address in a text.
   *
   * @throws ConfigException unless it is a good one
   */
  public URI in(String text) {
    var problems = new Problems();
    check(text, problems);
    problems.throwIfAny();
    return URI.create(text);
  }

  void check(String text, Problems problems) {
    try {
      check(new URI(text), problems);
    } catch (URISyntaxException e) {
      incomplete(problems);
    }
  }

  private void check(URI uri, Problems problems) {
    if (hasUnwanted(uri)) {
      problems.add(subject + " has " + unwanted() + ".", alone);
    } else if (uri.getScheme() == null || uri.getHost() == null || uri.getPort() > LAST_PORT) {
      incomplete(problems);
    } else if (!isSafe(uri)) {
      problems.add(subject + " is \"" + shown(uri) + "\".", insecure.formatted(uri.getScheme()));
    }
  }

  private boolean hasUnwanted(URI uri) {
    return uri.getRawUserInfo() != null
        || uri.getRawFragment() != null
        || (!mayHaveQuery && uri.getRawQuery() != null);
  }

  private String unwanted() {
    return mayHaveQuery
        ? "a user name or a fragment (#)"
        : "a user name, a query (?) or a fragment (#)";
  }

  private static String shown(URI uri) {
    return Arrays.stream(uri.toString().split("/", -1))
        .map(KeyText::shown)
        .collect(Collectors.joining("/"));
  }

  private void incomplete(Problems problems) {
    problems.add(subject + " is not a complete address.", "Give one such as \"" + example + "\".");
  }

  private static boolean isSafe(URI uri) {
    return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
      case "https" -> true;
      case "http" -> Loopback.is(uri.getHost());
      default -> false;
    };
  }
}
