package io.github.tapvirtuous.ecosystem.truth;

import tools.jackson.databind.JsonNode;

/**
 * A value of a row that Virtuous and the target have.
 *
 * @param source what Virtuous has
 * @param owed what the tap sends
 * @param expected what a target that keeps to its manners makes of that
 * @param found what is stored
 */
public record Cell(
    String stream,
    String key,
    String column,
    JsonNode source,
    JsonNode owed,
    JsonNode expected,
    JsonNode found) {
  public boolean isAsSent() {
    return found.equals(owed);
  }

  boolean isWrong() {
    return !found.equals(expected);
  }

  @Override
  public String toString() {
    return "%s %s %s: %s, not %s".formatted(stream, key, column, found, expected);
  }
}
