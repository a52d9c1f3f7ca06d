package io.github.tapvirtuous.standin.query;

import java.util.Arrays;
import java.util.List;

/** What Virtuous calls its comparisons of days and keys; some have two names. */
enum Comparison {
  IS("Is", "Is"),
  BEFORE("Before", "LessThan"),
  ON_OR_BEFORE("OnOrBefore", "LessThanOrEqual"),
  AFTER("After", "GreaterThan"),
  ON_OR_AFTER("OnOrAfter", "GreaterThanOrEqual"),
  BETWEEN("Between", "Between"),
  IN("In", "IsAnyOf"),
  EVERYTHING("", ""),
  NOTHING("", "");

  /** As they were recorded, in their order. */
  static final List<String> OF_KEYS =
      List.of("Is", "LessThan", "LessThanOrEqual", "GreaterThan", "GreaterThanOrEqual", "Between");

  /** As they were recorded, in their order. */
  static final List<String> OF_DAYS =
      List.of(
          "Is",
          "LessThan",
          "LessThanOrEqual",
          "Before",
          "OnOrBefore",
          "GreaterThan",
          "GreaterThanOrEqual",
          "After",
          "OnOrAfter",
          "Between");

  private final String word;
  private final String synonym;

  Comparison(String word, String synonym) {
    this.word = word;
    this.synonym = synonym;
  }

  static Comparison named(String name) {
    return Arrays.stream(values())
        .filter(each -> !name.isEmpty())
        .filter(each -> each.word.equals(name) || each.synonym.equals(name))
        .findFirst()
        .orElseThrow(() -> new UnreadableQuery("The operator \"" + name + "\" is not valid."));
  }

  /**
   * The numbers that meet it.
   *
   * @param from the first of what is compared with: a key, or a day's first moment
   * @param next the first behind it
   * @param last the first behind the upper end of {@code Between}
   */
  Span span(long from, long next, long last) {
    return switch (this) {
      case IS -> new Span(from, next);
      case BEFORE -> new Span(Span.LOWEST, from);
      case ON_OR_BEFORE -> new Span(Span.LOWEST, next);
      case AFTER -> new Span(next, Long.MAX_VALUE);
      case ON_OR_AFTER -> new Span(from, Long.MAX_VALUE);
      case BETWEEN -> new Span(from, last);
      case EVERYTHING -> Span.ALL;
      case IN, NOTHING -> new Span(0, 0);
    };
  }

  /** Numbers from one to below another; what is unknown is in none but {@link #ALL}. */
  record Span(long low, long high) {
    static final long LOWEST = Long.MIN_VALUE + 1;
    static final Span ALL = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

    boolean contains(long number) {
      return number >= low && number < high;
    }
  }
}
