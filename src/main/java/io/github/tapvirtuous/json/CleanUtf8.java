package io.github.tapvirtuous.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * JSON in UTF-8 made readable: what stands for no character, in bytes or as an escape, becomes
 * {@code U+FFFD}. That is half a surrogate pair, an overlong form, a stray byte.
 */
final class CleanUtf8 {
  private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);
  private static final byte[] ESCAPED_REPLACEMENT = "\\uFFFD".getBytes(StandardCharsets.US_ASCII);
  private static final int ESCAPE = 6;

  private final byte[] in;
  private final int end;
  private final ByteArrayOutputStream out;
  private int at;

  private CleanUtf8(byte[] in, int end) {
    this.in = in;
    this.end = end;
    this.out = new ByteArrayOutputStream(end + end / 8);
  }

  static Bytes of(Bytes json) {
    var cleaning = new CleanUtf8(json.array(), json.length());
    cleaning.run();
    return Bytes.of(cleaning.out.toByteArray());
  }

  private void run() {
    while (at < end) {
      if (in[at] < 0) {
        character();
      } else if (in[at] == '\\') {
        escape();
      } else {
        plain();
      }
    }
  }

  private void plain() {
    var from = at;
    while (at < end && in[at] >= 0 && in[at] != '\\') {
      at++;
    }
    out.write(in, from, at - from);
  }

  /** Copies one character of several bytes, if it is one. */
  private void character() {
    var form = isWhole(length(in[at] & 0xFF)) ? length(in[at] & 0xFF) : 1;
    if (form > 1 && isCharacter(in[at] & 0xFF, in[at + 1] & 0xFF)) {
      out.write(in, at, form);
    } else {
      out.writeBytes(REPLACEMENT);
    }
    at += form;
  }

  private boolean isWhole(int length) {
    for (int next = at + 1; next < at + length; next++) {
      if (next >= end || (in[next] & 0xC0) != 0x80) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCharacter(int first, int second) {
    var isSurrogate = first == 0xED && second > 0x9F;
    return !isSurrogate && !MisleadingUtf8.isOne(first, second);
  }

  /** The bytes of a form that begins so; 1 for a byte that begins none. */
  private static int length(int first) {
    if (first < 0xC0 || first > 0xF7) {
      return 1;
    }
    return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  }

  /** Copies an escape, or two that make a pair; a backslash hides what is behind it. */
  private void escape() {
    var unit = escapedUnit(at);
    if (!Character.isSurrogate(unit)) {
      copy(2);
    } else if (Character.isSurrogatePair(unit, escapedUnit(at + ESCAPE))) {
      copy(2 * ESCAPE);
    } else {
      out.writeBytes(ESCAPED_REPLACEMENT);
      at += ESCAPE;
    }
  }

  private void copy(int count) {
    var whole = Math.min(count, end - at);
    out.write(in, at, whole);
    at += whole;
  }

  /** What an escape at this place stands for; 0 where there is none of four digits. */
  private char escapedUnit(int place) {
    if (place + ESCAPE > end || in[place] != '\\' || in[place + 1] != 'u') {
      return 0;
    }
    var unit = 0;
    for (int digit = place + 2; digit < place + ESCAPE; digit++) {
      if (!HexFormat.isHexDigit(in[digit])) {
        return 0;
      }
      unit = unit * 16 + HexFormat.fromHexDigit(in[digit]);
    }
    return (char) unit;
  }
}
