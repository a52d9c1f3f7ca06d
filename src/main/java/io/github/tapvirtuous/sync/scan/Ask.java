package io.github.tapvirtuous.sync.scan;

import io.github.tapvirtuous.sync.query.Chosen.KeyRange;
import io.github.tapvirtuous.sync.query.Condition;
import java.util.Optional;

/**
 * One request of a scan.
 *
 * @param part the rows that it is about
 * @param skip rows of that part before the page
 * @param take rows in it, at most
 * @param isQuestion whether it is asked in proof, so that no row of its reply is sent
 */
public record Ask(Part part, int skip, int take, boolean isQuestion) {

  /** A page of the whole table. */
  public Ask(int skip, int take) {
    this(Part.WHOLE, skip, take, false);
  }

  static Ask question(Part part) {
    return new Ask(part, 0, 1, true);
  }

  /**
   * A page.
   *
   * @param place where it begins in the table
   */
  static Ask at(Part part, int place, int take) {
    return new Ask(part, place - part.place(), take, false);
  }

  /** Where the page begins in the table, as far as is known. */
  public int place() {
    return part.place() + skip;
  }

  /** Whether the row next to the key comes first, on whichever side of it. */
  public boolean isDescending() {
    return part.side() == Part.Side.BELOW;
  }

  /**
   * Some rows of a table.
   *
   * @param key where the table is parted; means nothing of the whole
   * @param place of the first row in the table, as far as is known
   * @param rowsBefore rows that the scan read in front of it
   */
  public record Part(Side side, long key, int place, long rowsBefore) {
    static final Part WHOLE = new Part(Side.WHOLE, 0, 0, 0);

    /** Of the key. */
    enum Side {
      WHOLE,
      FROM,
      BELOW
    }

    static Part from(long key, int place, long rowsBefore) {
      return new Part(Side.FROM, key, place, rowsBefore);
    }

    /** What this one leaves out. */
    Part below() {
      return new Part(Side.BELOW, key, 0, 0);
    }

    public boolean isWhole() {
      return side == Side.WHOLE;
    }

    /** How to ask for these rows; the whole table needs no condition. */
    public Optional<Condition> condition(KeyRange range) {
      return switch (side) {
        case WHOLE -> Optional.empty();
        case FROM -> Optional.of(range.from(key));
        case BELOW -> Optional.of(range.below(key));
      };
    }

    /** Whether a page of it may hold these keys: the one that parts it can only come first. */
    boolean mayHold(Keys keys, int skip) {
      return isWhole()
          || keys.isEmpty()
          || (keys.ascend() && keys.first() >= key && (skip == 0 || keys.first() > key));
    }
  }
}
