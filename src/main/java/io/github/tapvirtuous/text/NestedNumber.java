package io.github.tapvirtuous.text;

/**
 * Numbers inside JSON values, which are passed on as they are wherever targets can read them. They
 * read a fraction or an exponent as a {@code double}, and a plain whole number digit by digit.
 */
public final class NestedNumber {
  /** As for numbers of their own: Python refuses 4,300 digits, and other readers less. */
  private static final int LONGEST = NumberText.LONGEST;

  /** Without an exponent, none of these is beyond a double. */
  private static final int SURELY_READABLE = 300;

  private NestedNumber() {}

  /** Whether targets read a whole number of plain digits, as long as this one. */
  public static boolean isReadable(int length) {
    return length <= LONGEST;
  }

  /** Whether no target takes it for infinite or, though it is none, for zero; in JSON's grammar. */
  public static boolean isReadable(char[] in, int offset, int length) {
    if (length > LONGEST) {
      return false;
    }
    var exponent = indexOfExponent(in, offset, length);
    if (exponent == length && length <= SURELY_READABLE) {
      return true;
    }
    var value = Double.parseDouble(new String(in, offset, length));
    return Double.isFinite(value) && (value != 0 || isZero(in, offset, exponent));
  }

  /** How many characters stand before the exponent: all if there is none. */
  private static int indexOfExponent(char[] in, int offset, int length) {
    var at = 0;
    while (at < length && (in[offset + at] | 0x20) != 'e') {
      at++;
    }
    return at;
  }

  private static boolean isZero(char[] in, int offset, int length) {
    for (int at = offset; at < offset + length; at++) {
      if (in[at] >= '1' && in[at] <= '9') {
        return false;
      }
    }
    return true;
  }
}
