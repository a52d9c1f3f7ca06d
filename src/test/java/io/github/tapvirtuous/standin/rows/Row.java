package io.github.tapvirtuous.standin.rows;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The finished JSON of a row, or of many: where its key stands, there is a gap that is filled when
 * the row is served. So a million rows share some hundred texts.
 */
public final class Row {
  /** Stands for the key in a text from which rows are made. */
  static final long KEY = 7_182_818_284_590L;

  private static final Pattern KEY_TEXT = Pattern.compile(Long.toString(KEY));

  private final byte[][] parts;
  private final int fixedLength;
  private final RowFacts facts;

  private Row(byte[][] parts, RowFacts facts) {
    this.parts = parts;
    this.facts = facts;
    var length = 0;
    for (var part : parts) {
      length += part.length;
    }
    this.fixedLength = length;
  }

  /** Kept byte for byte. */
  public static Row verbatim(String json, RowFacts facts) {
    return new Row(new byte[][] {json.getBytes(StandardCharsets.UTF_8)}, facts);
  }

  static Row template(String json, RowFacts facts) {
    var parts = KEY_TEXT.split(json, -1);
    var bytes = new byte[parts.length][];
    for (var i = 0; i < parts.length; i++) {
      bytes[i] = parts[i].getBytes(StandardCharsets.UTF_8);
    }
    return new Row(bytes, facts);
  }

  /** Whether it may stand under another key than its own. */
  boolean takesAnyKey() {
    return parts.length > 1;
  }

  Row archived() {
    return new Row(parts, facts.asArchived());
  }

  RowFacts facts() {
    return facts;
  }

  int length(long key) {
    return fixedLength + (parts.length - 1) * (parts.length == 1 ? 0 : digits(key));
  }

  /** Writes the row and returns the place behind it. */
  int copyTo(byte[] target, int start, long key) {
    var at = copy(parts[0], target, start);
    for (var i = 1; i < parts.length; i++) {
      at = copy(parts[i], target, number(key, target, at));
    }
    return at;
  }

  String text(long key) {
    var bytes = new byte[length(key)];
    copyTo(bytes, 0, key);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static int copy(byte[] part, byte[] target, int at) {
    System.arraycopy(part, 0, target, at, part.length);
    return at + part.length;
  }

  private static int number(long key, byte[] target, int at) {
    var end = at + digits(key);
    var rest = key;
    for (var i = end - 1; i >= at; i--) {
      target[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return end;
  }

  private static int digits(long key) {
    var digits = 1;
    for (var rest = key; rest >= 10; rest /= 10) {
      digits++;
    }
    return digits;
  }
}
