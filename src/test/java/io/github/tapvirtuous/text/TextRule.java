package io.github.tapvirtuous.text;

import java.nio.charset.StandardCharsets;

/** Calls a text rule as the renderer does: on a slice of a larger buffer, with just enough room. */
interface TextRule {
  int MARGIN = 3;

  int apply(char[] in, int offset, int length, byte[] out);

  /** What the rule wrote; {@code "null or as it is"} for 0, {@code "mismatch"} for -1. */
  default String on(String text, int room) {
    var in = ("9:Z" + text + "0.5").toCharArray();
    var out = new byte[room];
    int written = apply(in, MARGIN, text.length(), out);
    return switch (written) {
      case -1 -> "mismatch";
      case 0 -> "null or as it is";
      default -> new String(out, 0, written, StandardCharsets.US_ASCII);
    };
  }
}
