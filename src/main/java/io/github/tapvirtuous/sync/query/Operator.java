package io.github.tapvirtuous.sync.query;

import java.util.Optional;
import java.util.stream.Stream;

/** What Virtuous calls the comparisons that conditions are built from. */
public enum Operator {
  ON_OR_AFTER("OnOrAfter"),
  GREATER_THAN_OR_EQUAL("GreaterThanOrEqual"),
  AFTER("After"),
  GREATER_THAN("GreaterThan"),
  LESS_THAN("LessThan"),
  LESS_THAN_OR_EQUAL("LessThanOrEqual"),
  IS("Is"),
  IN("In"),
  IS_ANY_OF("IsAnyOf");

  private final String said;

  Operator(String said) {
    this.said = said;
  }

  /** In the letters that Virtuous expects: case counts. */
  public String said() {
    return said;
  }

  /** The one of this name. */
  public static Optional<Operator> said(String word) {
    return Stream.of(values()).filter(each -> each.said.equals(word)).findFirst();
  }

  /** Whether one condition takes a list of values. */
  public boolean takesMany() {
    return this == IN || this == IS_ANY_OF;
  }
}
