package io.github.tapvirtuous.text;

/** Comparisons of raw characters with plain words. */
final class AsciiText {
  private AsciiText() {}

  /** Whether the characters spell a word, which is given in lower case. */
  static boolean equalsIgnoreCase(char[] in, int offset, int length, byte[] word) {
    if (length != word.length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = in[offset + i];
      char lower = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
      if (lower != word[i]) {
        return false;
      }
    }
    return true;
  }

  /** The value of two digits; -1 where they are none. */
  static int twoDigits(char[] in, int at) {
    int tens = in[at] - '0';
    int ones = in[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }
}
