package io.github.tapvirtuous.text;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Numbers as text, none of which is ever rounded. Only JSON's grammar of a number counts. */
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

  private static final BigDecimal MAX_INTEGER = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final int PLAIN_DIGITS = 18; // surely below the largest
  private static final int MALFORMED = Integer.MIN_VALUE;

  /** Beyond what any mantissa could make up for, and far from overflow. */
  private static final int HUGE_EXPONENT = 1_000_000;

  private NumberText() {}

  /**
   * Writes exponents out.
   *
   * @param out room for {@value #MAX_LENGTH} bytes
   * @return {@link #AS_IT_IS}, {@link #MISMATCH}, or how many bytes were written
   */
  public static int number(char[] in, int offset, int length, byte[] out) {
    if (length <= LONGEST && endOfMantissa(in, offset, offset + length) == offset + length) {
      return AS_IT_IS;
    }
    var value = value(in, offset, length);
    if (value.isEmpty()) {
      return MISMATCH;
    }
    if (value.get().signum() == 0) {
      return write(in[offset] == '-' ? "-0" : "0", out);
    }
    return digits(value.get()) > MAX_DIGITS ? MISMATCH : write(value.get().toPlainString(), out);
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
    return value(in, offset, length)
        .map(BigDecimal::stripTrailingZeros)
        .filter(value -> value.scale() <= 0 && value.abs().compareTo(MAX_INTEGER) <= 0)
        .map(whole -> write(Long.toString(whole.longValue()), out))
        .orElse(MISMATCH);
  }

  /** Nothing for what is no number in JSON or too long; a huge exponent takes no room in it. */
  private static Optional<BigDecimal> value(char[] in, int offset, int length) {
    int end = offset + length;
    int mantissa = length > LONGEST ? MISMATCH : endOfMantissa(in, offset, end);
    int exponent = mantissa == MISMATCH ? MALFORMED : exponent(in, mantissa, end);
    return exponent == MALFORMED
        ? Optional.empty()
        : Optional.of(new BigDecimal(in, offset, mantissa - offset).scaleByPowerOfTen(exponent));
  }

  /** How many digits it has when it is written out, zeros at either end included. */
  private static int digits(BigDecimal value) {
    int beforePoint = Math.max(1, value.precision() - value.scale());
    return beforePoint + Math.max(0, value.scale());
  }

  private static int write(String text, byte[] out) {
    var bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, out, 0, bytes.length);
    return bytes.length;
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
  private static int exponent(char[] in, int at, int end) {
    if (at == end) {
      return 0;
    }
    boolean signed = at + 1 < end && (in[at + 1] == '-' || in[at + 1] == '+');
    int start = signed ? at + 2 : at + 1;
    if ((in[at] != 'e' && in[at] != 'E') || start >= end || endOfDigits(in, start, end) != end) {
      return MALFORMED;
    }
    int value = 0;
    for (int i = start; i < end; i++) {
      value = Math.min(value * 10 + in[i] - '0', HUGE_EXPONENT);
    }
    return in[at + 1] == '-' ? -value : value;
  }

  private static boolean isPlain(char[] in, int offset, int length) {
    return length > 0
        && length <= PLAIN_DIGITS
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
}
