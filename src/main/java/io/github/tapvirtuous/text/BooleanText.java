package io.github.tapvirtuous.text;

import java.nio.charset.StandardCharsets;

/** Truth values as text: true and false in any case, and the numbers 0 and 1. */
public final class BooleanText {
  public static final int MISMATCH = -1;

  /** Room for every result, and for judging a number. */
  public static final int MAX_LENGTH = NumberText.MAX_LENGTH;

  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

  private BooleanText() {}

  /**
   * Writes {@code true} or {@code false}.
   *
   * @param out room for {@value #MAX_LENGTH} bytes
   * @return {@link #MISMATCH}, or how many bytes were written
   */
  public static int normalise(char[] in, int offset, int length, byte[] out) {
    if (AsciiText.equalsIgnoreCase(in, offset, length, TRUE)) {
      return write(TRUE, out);
    }
    if (AsciiText.equalsIgnoreCase(in, offset, length, FALSE)) {
      return write(FALSE, out);
    }
    if (NumberText.integer(in, offset, length, out) != 1 || out[0] > '1') {
      return MISMATCH;
    }
    return write(out[0] == '1' ? TRUE : FALSE, out);
  }

  private static int write(byte[] word, byte[] out) {
    System.arraycopy(word, 0, out, 0, word.length);
    return word.length;
  }
}
