package io.github.tapvirtuous.facts;

/** What is known of a question that has two answers. */
public enum Fact {
  YES,
  NO,
  /** Nothing showed it, or the table has no such thing. */
  UNKNOWN;

  public static Fact of(boolean holds) {
    return holds ? YES : NO;
  }
}
