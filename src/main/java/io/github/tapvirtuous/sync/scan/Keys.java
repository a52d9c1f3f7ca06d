package io.github.tapvirtuous.sync.scan;

import java.util.Arrays;

/** The usable keys of one page, in the order of its list. */
public final class Keys {
  static final Keys NONE = new Keys(new long[0], true);

  private final long[] keys;
  private final boolean wholeNumbers;

  /**
   * Takes the array over.
   *
   * @param wholeNumbers whether the keys are Virtuous's own numbers, so that their order means
   *     something; else they only stand for texts
   */
  public Keys(long[] keys, boolean wholeNumbers) {
    this.keys = keys;
    this.wholeNumbers = wholeNumbers;
  }

  int count() {
    return keys.length;
  }

  boolean isEmpty() {
    return keys.length == 0;
  }

  long at(int row) {
    return keys[row];
  }

  long first() {
    return keys[0];
  }

  long last() {
    return keys[keys.length - 1];
  }

  /** Whether the server kept the order that a scan by position rests on. */
  boolean ascend() {
    for (int row = 1; row < keys.length; row++) {
      if (keys[row] <= keys[row - 1]) {
        return false;
      }
    }
    return wholeNumbers;
  }

  boolean sameAs(Keys other) {
    return Arrays.equals(keys, other.keys);
  }
}
