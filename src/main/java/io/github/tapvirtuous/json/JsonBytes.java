package io.github.tapvirtuous.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing buffer of JSON in UTF-8. Strings are cleaned on their way in. */
public final class JsonBytes {
  /** For a {@link #member} whose value follows. */
  public static final byte[] NOTHING = {};

  public static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

  private static final int LONGEST_ESCAPE = 6;
  private static final boolean[] PLAIN = plainAscii();

  // Characters that JSON escapes with a letter, and these letters.
  private static final String HAVE_LETTERS = "\"\\\n\r\t\b\f";
  private static final String LETTERS = "\"\\nrtbf";

  private final Bytes memory;
  private byte[] bytes;
  private int length;

  /** In memory of its own. */
  public JsonBytes(int capacity) {
    this(Bytes.of(new byte[capacity]));
  }

  /** From the beginning of this memory on. */
  public JsonBytes(Bytes memory) {
    this.memory = memory;
    this.bytes = memory.array();
  }

  /** A property as JSON behind a comma, which makes way for the brace when it comes first. */
  public static byte[] member(String name, byte[] value) {
    var out = new JsonBytes(name.length() + value.length + 4);
    out.raw(',');
    out.string(name);
    out.raw(':');
    out.raw(value);
    return Arrays.copyOf(out.bytes, out.length);
  }

  public int length() {
    return length;
  }

  /** Takes back everything from this length on. */
  public void truncate(int newLength) {
    length = newLength;
  }

  /** What stands between two places. */
  public String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /** Whether an element written now follows another one in the same object or array. */
  boolean needsComma() {
    var last = bytes[length - 1];
    return last != '{' && last != '[' && last != ':';
  }

  /** Whether the value that was written here is null: no other one begins with its letter. */
  public boolean isNullAt(int place) {
    return bytes[place] == 'n';
  }

  /** Puts another character where one of ASCII stands. */
  public void replace(int place, char ascii) {
    bytes[place] = (byte) ascii;
  }

  /** A character of ASCII as it is. */
  public void raw(char ascii) {
    reserve(1);
    bytes[length++] = (byte) ascii;
  }

  /** Finished JSON. */
  public void raw(byte[] source) {
    raw(source, 0, source.length);
  }

  /** Finished JSON, a part of this array. */
  public void raw(byte[] source, int from, int count) {
    reserve(count);
    System.arraycopy(source, from, bytes, length, count);
    length += count;
  }

  /** Text that is ASCII and needs no escape: a number. */
  public void ascii(char[] text, int offset, int count) {
    reserve(count);
    var target = bytes;
    var to = length;
    for (int at = offset; at < offset + count; at++) {
      target[to++] = (byte) text[at];
    }
    length = to;
  }

  public void ascii(String text) {
    ascii(text.toCharArray(), 0, text.length());
  }

  void string(String text) {
    string(text.toCharArray(), 0, text.length());
  }

  /** Text as a JSON string, its quotes and escapes included. */
  public void string(char[] text, int offset, int count) {
    raw('"');
    var end = offset + count;
    var at = plainRun(text, offset, end);
    while (at < end) {
      at = plainRun(text, escaped(text, at, end), end);
    }
    raw('"');
  }

  /** A finished JSON value as the content of a string; its own strings are clean already. */
  public void stringOf(JsonBytes json) {
    raw('"');
    for (int at = 0; at < json.length; at++) {
      var each = json.bytes[at];
      if (each == '"' || each == '\\') {
        raw('\\');
      }
      raw((char) each);
    }
    raw('"');
  }

  /** Copies characters up to the first that needs more than a byte; returns where that stands. */
  private int plainRun(char[] text, int from, int end) {
    reserve(end - from);
    var target = bytes;
    var to = length;
    var at = from;
    while (at < end && text[at] < PLAIN.length && PLAIN[text[at]]) {
      target[to++] = (byte) text[at++];
    }
    length = to;
    return at;
  }

  /** Writes the character at this place; returns the place behind it. */
  private int escaped(char[] text, int at, int end) {
    reserve(LONGEST_ESCAPE);
    var point = Character.codePointAt(text, at, end);
    var clean = CleanText.clean(point);
    if (clean >= 0x80) {
      codePoint(clean);
    } else if (clean != CleanText.NOTHING) {
      control((char) clean);
    }
    return at + Character.charCount(point);
  }

  private void control(char character) {
    var letter = HAVE_LETTERS.indexOf(character);
    if (letter >= 0) {
      put('\\');
      put(LETTERS.charAt(letter));
    } else {
      ascii(
          "\\u00"
              + Character.forDigit(character >> 4, 16)
              + Character.forDigit(character & 0xF, 16));
    }
  }

  /** In the two to four bytes that UTF-8 takes beyond ASCII. */
  private void codePoint(int point) {
    if (point < 0x800) {
      put(0xC0 | (point >> 6));
    } else if (point < 0x10000) {
      put(0xE0 | (point >> 12));
      continuation(point >> 6);
    } else {
      put(0xF0 | (point >> 18));
      continuation(point >> 12);
      continuation(point >> 6);
    }
    continuation(point);
  }

  private void continuation(int bits) {
    put(0x80 | (bits & 0x3F));
  }

  /** Where room is reserved already. */
  private void put(int value) {
    bytes[length++] = (byte) value;
  }

  private void reserve(int count) {
    if (length + count > bytes.length) {
      bytes = memory.grow(length + count);
    }
  }

  private static boolean[] plainAscii() {
    var plain = new boolean[0x80];
    Arrays.fill(plain, 0x20, 0x80, true);
    plain['"'] = false;
    plain['\\'] = false;
    return plain;
  }
}
