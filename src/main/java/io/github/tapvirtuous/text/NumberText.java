package io.github.tapvirtuous.text;

import java.nio.charset.StandardCharsets;

/**
 * Numbers as text: judged and rewritten digit by digit, so that none is ever rounded. Only JSON's
 * grammar of a number counts.
 */
public final class NumberText {
  /** The source text can be written as it is. */
  public static final int AS_IT_IS = 0;

  public static final int MISMATCH = -1;

  /** Characters of a number that every target can still read: Python refuses 4,300 digits. */
  static final int LONGEST = 1_000;

  /** The longest that an exponent may make a number. */
  static final int MAX_DIGITS = 64;

  /** Room for every rewritten number: digits, sign and point. */
  public static final int MAX_LENGTH = MAX_DIGITS + 2;

  private static final byte[] MAX_INTEGER =
      Long.toString(Long.MAX_VALUE).getBytes(StandardCharsets.US_ASCII);
  private static final long MALFORMED = Long.MIN_VALUE;
  // Beyond any text in memory, and far from overflow.
  private static final long HUGE_EXPONENT = 1L << 40;

  private NumberText() {}

  /**
   * Writes exponents out.
   *
   * @param out room for {@value #MAX_LENGTH} bytes
   * @return {@link #AS_IT_IS}, {@link #MISMATCH}, or how many bytes were written
   */
  public static int number(char[] in, int offset, int length, byte[] out) {
    if (length > LONGEST) {
      return MISMATCH;
    }
    int end = offset + length;
    int mantissa = endOfMantissa(in, offset, end);
    if (mantissa == end) {
      return AS_IT_IS;
    }
    long exponent = mantissa == MISMATCH ? MALFORMED : exponent(in, mantissa, end);
    if (exponent == MALFORMED) {
      return MISMATCH;
    }
    int sign = sign(in, offset, out);
    int first = firstSignificant(in, offset, mantissa);
    if (first == mantissa) {
      out[sign] = '0';
      return sign + 1;
    }
    int dot = dot(in, offset, mantissa);
    int digits = digits(first, dot, mantissa);
    return write(in, first, digits, places(first, dot) + exponent, out, sign);
  }

  /**
   * Writes whole numbers in plain digits.
   *
   * @param out room for {@value #MAX_LENGTH} bytes
   * @return {@link #MISMATCH}, or how many bytes were written
   */
  public static int integer(char[] in, int offset, int length, byte[] out) {
    if (isPlain(in, offset, length)) {
      return copy(in, offset, length, out);
    }
    int end = offset + length;
    int mantissa = endOfMantissa(in, offset, end);
    long exponent = mantissa == MISMATCH ? MALFORMED : exponent(in, mantissa, end);
    if (exponent == MALFORMED) {
      return MISMATCH;
    }
    int first = firstSignificant(in, offset, mantissa);
    if (first == mantissa) {
      out[0] = '0';
      return 1;
    }
    int dot = dot(in, offset, mantissa);
    int digits = digits(first, dot, endOfSignificant(in, mantissa));
    long places = places(first, dot) + exponent;
    if (digits > places || places > MAX_INTEGER.length) {
      return MISMATCH;
    }
    int sign = sign(in, offset, out);
    int written = write(in, first, digits, places, out, sign);
    return isWithinLimits(out, sign, written) ? written : MISMATCH;
  }

  /** Behind the part before the exponent. */
  private static int endOfMantissa(char[] in, int offset, int end) {
    int start = offset < end && in[offset] == '-' ? offset + 1 : offset;
    int whole = endOfDigits(in, start, end);
    if (whole == start || (in[start] == '0' && whole > start + 1)) {
      return MISMATCH;
    }
    if (whole == end || in[whole] != '.') {
      return whole;
    }
    int fraction = endOfDigits(in, whole + 1, end);
    return fraction == whole + 1 ? MISMATCH : fraction;
  }

  /** The exponent that begins at {@code at}, 0 where the text ends there. */
  private static long exponent(char[] in, int at, int end) {
    if (at == end) {
      return 0;
    }
    boolean signed = at + 1 < end && (in[at + 1] == '-' || in[at + 1] == '+');
    int start = signed ? at + 2 : at + 1;
    if ((in[at] != 'e' && in[at] != 'E') || start >= end || endOfDigits(in, start, end) != end) {
      return MALFORMED;
    }
    long value = 0;
    for (int i = start; i < end; i++) {
      value = Math.min(value * 10 + in[i] - '0', HUGE_EXPONENT);
    }
    return in[at + 1] == '-' ? -value : value;
  }

  /**
   * Writes digits with the point moved to where the exponent puts it.
   *
   * @param first where the first of the digits stands
   * @param places digits before the point; zero or less: zeros behind it
   */
  private static int write(char[] in, int first, int digits, long places, byte[] out, int start) {
    long from = Math.min(0, places - 1);
    long to = Math.max(places, digits);
    if (to - from > MAX_DIGITS) {
      return MISMATCH;
    }
    int at = start;
    int source = first;
    for (long digit = from; digit < to; digit++) {
      if (digit == places) {
        out[at++] = '.';
      }
      if (digit < 0 || digit >= digits) {
        out[at++] = '0';
      } else {
        source = in[source] == '.' ? source + 1 : source;
        out[at++] = (byte) in[source++];
      }
    }
    return at;
  }

  private static boolean isPlain(char[] in, int offset, int length) {
    return length > 0
        && length < MAX_INTEGER.length
        && (in[offset] != '0' || length == 1)
        && endOfDigits(in, offset, offset + length) == offset + length;
  }

  private static int copy(char[] in, int offset, int length, byte[] out) {
    for (int i = 0; i < length; i++) {
      out[i] = (byte) in[offset + i];
    }
    return length;
  }

  private static int endOfDigits(char[] in, int from, int end) {
    int at = from;
    while (at < end && in[at] >= '0' && in[at] <= '9') {
      at++;
    }
    return at;
  }

  /** Writes the minus, if there is one; returns where the digits go. */
  private static int sign(char[] in, int offset, byte[] out) {
    if (in[offset] != '-') {
      return 0;
    }
    out[0] = '-';
    return 1;
  }

  private static int firstSignificant(char[] in, int from, int end) {
    int at = from;
    while (at < end && (in[at] < '1' || in[at] > '9')) {
      at++;
    }
    return at;
  }

  private static int endOfSignificant(char[] in, int end) {
    int at = end;
    while (in[at - 1] < '1' || in[at - 1] > '9') {
      at--;
    }
    return at;
  }

  private static int dot(char[] in, int from, int end) {
    int at = from;
    while (at < end && in[at] != '.') {
      at++;
    }
    return at;
  }

  private static int digits(int first, int dot, int end) {
    return first < dot && dot < end ? end - first - 1 : end - first;
  }

  private static int places(int first, int dot) {
    return first < dot ? dot - first : dot + 1 - first;
  }

  private static boolean isWithinLimits(byte[] out, int start, int end) {
    if (end - start < MAX_INTEGER.length) {
      return true;
    }
    for (int i = 0; i < MAX_INTEGER.length; i++) {
      if (out[start + i] != MAX_INTEGER[i]) {
        return out[start + i] < MAX_INTEGER[i];
      }
    }
    return true;
  }
}
