package io.github.tapvirtuous.json;

/**
 * Text that no target dies of: {@code U+0000} is left out, and half a surrogate pair becomes {@code
 * U+FFFD}.
 */
final class CleanText {
  /** Stands for a character that is left out. */
  static final int NOTHING = -1;

  private static final int REPLACEMENT = 0xFFFD;

  private CleanText() {}

  static String of(String text) {
    return text.codePoints()
        .map(CleanText::clean)
        .filter(point -> point != NOTHING)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /**
   * What is written for a character, or for half of one that stands alone; maybe {@link #NOTHING}.
   */
  static int clean(int point) {
    if (point == 0) {
      return NOTHING;
    }
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
        ? REPLACEMENT
        : point;
  }
}
