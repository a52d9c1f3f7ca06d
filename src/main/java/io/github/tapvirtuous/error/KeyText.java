package io.github.tapvirtuous.error;

import java.util.regex.Pattern;

/**
 * What a key is made of, and what looks like one: such a text is never shown, wherever it stands.
 */
public final class KeyText {
  private static final String STARS = "***";
  private static final Pattern SENDABLE = Pattern.compile("[!-~]+");

  /** Long enough for a key, in the letters of Base64, hex and web tokens. */
  private static final Pattern TOKEN = Pattern.compile("[\\w.~+/=-]{16,}+");

  /** {@code /run/key}, {@code ./key}, {@code ~/key}, {@code virtuous-2.json}. */
  private static final Pattern PATH = Pattern.compile("\\.{0,2}/.*|~/.*|.*\\.[A-Za-z]{1,5}");

  /** {@code max_concurrent_requests}, {@code apiKeyFile}, {@code TAP_VIRTUOUS_OAUTH2}. */
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:(?:[A-Z]?[a-z]{2,}+|[A-Z]{2,}+|(?<![A-Za-z])[A-Za-z](?![A-Za-z]))\\d{0,2}+"
              + "[-_./~]*+)++");

  private KeyText() {}

  /** Whether a header can carry it: no space, no control character, nothing outside ASCII. */
  public static boolean isSendable(String text) {
    return SENDABLE.matcher(text).matches();
  }

  /** Whether a part of it is long, no path and not made of words. */
  public static boolean looksLikeKey(String text) {
    var tokens = TOKEN.matcher(text);
    while (tokens.find()) {
      var token = tokens.group();
      if (!PATH.matcher(token).matches() && !WORDS.matcher(token).matches()) {
        return true;
      }
    }
    return false;
  }

  /** The text as it may be shown: {@code ***} in place of one that looks like a key. */
  public static String shown(String text) {
    return looksLikeKey(text) ? STARS : text;
  }
}
