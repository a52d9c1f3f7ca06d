package io.github.tapvirtuous.sync.query;

import io.github.tapvirtuous.sync.query.Chosen.KeyRange;

/** Ways to ask for rows from a key on, for the tests of those who ask. */
public final class KeyRanges {
  public static final KeyRange GIFTS =
      new KeyRange("Gift Id", Operator.GREATER_THAN_OR_EQUAL, Operator.LESS_THAN);

  /** That no table has. */
  public static final KeyRange UNKNOWN =
      new KeyRange("Nothing Id", Operator.GREATER_THAN_OR_EQUAL, Operator.LESS_THAN);

  private KeyRanges() {}
}
