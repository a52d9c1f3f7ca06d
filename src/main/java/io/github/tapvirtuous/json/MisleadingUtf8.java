package io.github.tapvirtuous.json;

import static java.nio.ByteOrder.nativeOrder;

import java.nio.ByteBuffer;

/**
 * Finds bytes that the parser would take for a character, though they are none: overlong forms, and
 * those beyond Unicode. Every reply passes here, so most of it is looked at in pieces of 64 bytes,
 * from a copy as numbers: each read of eight bytes from an array of bytes would be checked.
 */
final class MisleadingUtf8 {
  private static final int PIECE = 8; // words
  private static final int BLOCK = 64 * PIECE;
  private static final long ONES = 0x0101010101010101L;
  private static final long BEYOND_ASCII = eight(0x80);
  private static final long ALL_BUT_LAST_BIT = eight(0xFE);
  private static final long C0 = eight(0xC0);
  private static final long E0 = eight(0xE0);
  private static final long F0 = eight(0xF0);

  private MisleadingUtf8() {}

  /** Whether there are any; what the parser refuses itself is not looked for. */
  static boolean isIn(Bytes json) {
    var words = ByteBuffer.wrap(json.array(), 0, json.length()).order(nativeOrder()).asLongBuffer();
    var block = new long[BLOCK];
    while (words.remaining() >= BLOCK) {
      var first = words.position();
      words.get(block);
      if (isInBlock(json, block, first)) {
        return true;
      }
    }
    var rest = words.position() * Long.BYTES;
    return isAmong(json, rest, json.length() - rest);
  }

  private static boolean isInBlock(Bytes json, long[] words, int first) {
    for (int at = 0; at < BLOCK; at += PIECE) {
      // In this loop, since the quick compiler would call a method for it.
      var all =
          words[at]
              | words[at + 1]
              | words[at + 2]
              | words[at + 3]
              | words[at + 4]
              | words[at + 5]
              | words[at + 6]
              | words[at + 7];
      if ((all & BEYOND_ASCII) != 0 && isInPiece(json, words, at, first)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInPiece(Bytes json, long[] words, int piece, int first) {
    for (int word = piece; word < piece + PIECE; word++) {
      if (mayHoldOne(words[word]) && isAmong(json, (first + word) * Long.BYTES, Long.BYTES)) {
        return true;
      }
    }
    return false;
  }

  private static long eight(int value) {
    return value * ONES;
  }

  /** Whether any of eight bytes is C0, C1, E0 or at least F0. */
  private static boolean mayHoldOne(long word) {
    return (zeros((word & ALL_BUT_LAST_BIT) ^ C0) | zeros(word ^ E0) | zeros((word & F0) ^ F0))
        != 0;
  }

  /** Not 0 if one of eight bytes is. */
  private static long zeros(long word) {
    return (word - ONES) & ~word & BEYOND_ASCII;
  }

  private static boolean isAmong(Bytes json, int from, int length) {
    var bytes = json.array();
    for (int at = from; at < from + length; at++) {
      var second = at + 1 < json.length() ? bytes[at + 1] & 0xFF : 0;
      if (bytes[at] < 0 && isOne(bytes[at] & 0xFF, second)) {
        return true;
      }
    }
    return false;
  }

  /** By the first two bytes of a form. */
  static boolean isOne(int first, int second) {
    return switch (first) {
      case 0xC0, 0xC1 -> true;
      case 0xE0 -> second < 0xA0;
      case 0xF0 -> second < 0x90;
      case 0xF4 -> second > 0x8F;
      default -> first > 0xF4;
    };
  }
}
