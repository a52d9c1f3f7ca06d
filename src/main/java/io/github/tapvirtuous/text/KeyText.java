package io.github.tapvirtuous.text;

import java.util.regex.Pattern;

/** What a key is made of. */
public final class KeyText {
  private static final Pattern SENDABLE = Pattern.compile("[!-~]+");

  private KeyText() {}

  /** Whether a header can carry it: no space, no control character, nothing outside ASCII. */
  public static boolean isSendable(String text) {
    return SENDABLE.matcher(text).matches();
  }
}
