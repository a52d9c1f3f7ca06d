package io.github.tapvirtuous.standin.query;

import io.github.tapvirtuous.standin.rows.Filter;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A question for a row's key.
 *
 * @param last the upper end of {@code Between}
 * @param listed the keys of {@code In}
 * @param withGaps whether some rows are forgotten
 */
record KeyClause(Comparison comparison, long bound, long last, Set<Long> listed, boolean withGaps) {
  private static final int BELOW = 5;
  private static final int GAP = 7;

  static KeyClause read(JsonNode condition) {
    var comparison = Comparison.named(condition.path("operator").asString(""));
    if (comparison == Comparison.IN) {
      var listed =
          condition.path("values").valueStream().map(KeyClause::number).collect(Collectors.toSet());
      return new KeyClause(comparison, 0, 0, listed, false);
    }
    var bound = number(condition.path("value"));
    var last = comparison == Comparison.BETWEEN ? number(condition.path("secondaryValue")) : bound;
    return new KeyClause(comparison, bound, last, Set.of(), false);
  }

  private static long number(JsonNode value) {
    try {
      return Long.parseLong(value.asString(""));
    } catch (NumberFormatException notANumber) {
      throw new UnreadableQuery("The value \"" + value.asString("") + "\" is not a whole number.");
    }
  }

  Filter.Condition condition() {
    var span = comparison.span(bound, bound + 1, last + 1);
    var keys = new Filter.Keys(span.low(), span.high());
    if (comparison == Comparison.IN) {
      return (key, facts) -> listed.contains(key);
    }
    return withGaps ? (key, facts) -> keys.holds(key, facts) && key % GAP != 0 : keys;
  }

  KeyClause as(Comparison other) {
    return new KeyClause(other, bound, last, listed, withGaps);
  }

  private boolean isFrom() {
    return comparison == Comparison.ON_OR_AFTER || comparison == Comparison.AFTER;
  }

  /** Some keys below the first that is asked for come as well. */
  KeyClause lowered() {
    return isFrom() ? new KeyClause(comparison, bound - BELOW, last, listed, withGaps) : this;
  }

  /** Some of the keys that are asked for do not come. */
  KeyClause forgetful() {
    return isFrom() ? new KeyClause(comparison, bound, last, listed, true) : this;
  }
}
