package io.github.tapvirtuous.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds bytes that the parser would take for a character, though they are none: overlong forms, and
 * those beyond Unicode. Every reply passes here, so most of it is looked at in pieces of 64 bytes.
 */
final class MisleadingUtf8 {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int PIECE = 8 * Long.BYTES;
  private static final long ONES = 0x0101010101010101L;
  private static final long BEYOND_ASCII = eight(0x80);
  private static final long ALL_BUT_LAST_BIT = eight(0xFE);
  private static final long C0 = eight(0xC0);
  private static final long E0 = eight(0xE0);
  private static final long F0 = eight(0xF0);

  private MisleadingUtf8() {}

  /** Whether there are any; what the parser refuses itself is not looked for. */
  static boolean isIn(Bytes json) {
    var bytes = json.array();
    var end = json.length();
    var at = 0;
    for (; at <= end - PIECE; at += PIECE) {
      // In this loop, since the quick compiler would call a method for it.
      var all =
          (long) LONGS.get(bytes, at)
              | (long) LONGS.get(bytes, at + 8)
              | (long) LONGS.get(bytes, at + 16)
              | (long) LONGS.get(bytes, at + 24)
              | (long) LONGS.get(bytes, at + 32)
              | (long) LONGS.get(bytes, at + 40)
              | (long) LONGS.get(bytes, at + 48)
              | (long) LONGS.get(bytes, at + 56);
      if ((all & BEYOND_ASCII) != 0 && isInPiece(bytes, at, end)) {
        return true;
      }
    }
    return isAmong(bytes, at, end, end);
  }

  private static boolean isInPiece(byte[] bytes, int from, int end) {
    for (int at = from; at < from + PIECE; at += Long.BYTES) {
      if (mayHoldOne((long) LONGS.get(bytes, at)) && isAmong(bytes, at, at + Long.BYTES, end)) {
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

  private static boolean isAmong(byte[] bytes, int from, int to, int end) {
    for (int at = from; at < to; at++) {
      var second = at + 1 < end ? bytes[at + 1] & 0xFF : 0;
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
