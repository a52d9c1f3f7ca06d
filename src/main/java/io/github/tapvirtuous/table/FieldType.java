package io.github.tapvirtuous.table;

import io.github.tapvirtuous.text.BooleanText;
import io.github.tapvirtuous.text.NumberText;
import io.github.tapvirtuous.text.TimestampText;
import tools.jackson.databind.JsonNode;

/** The seven column types that every target stores faithfully. */
public enum FieldType {
  /** Whole numbers within ±(2⁶³−1). */
  INTEGER,
  /** Decimals with the digits that the source sent. */
  NUMBER,
  BOOLEAN,
  STRING,
  /**
   * A string with {@code "format":"date-time"}: UTC with {@code Z}, at most six fraction digits.
   */
  TIMESTAMP,
  /** An opaque JSON object. */
  OBJECT,
  /** An opaque JSON array. */
  ARRAY;

  public boolean isContainer() {
    return this == OBJECT || this == ARRAY;
  }

  /** The narrowest type whose columns hold the values of both. */
  public FieldType join(FieldType other) {
    if (this == other) {
      return this;
    }
    return isNumeric() && other.isNumeric() ? NUMBER : STRING;
  }

  private boolean isNumeric() {
    return this == INTEGER || this == NUMBER;
  }

  /** Whether a column of this type takes a value without loss, coerced if need be. */
  public boolean holds(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return true;
    }
    return switch (this) {
      case STRING -> true;
      case OBJECT -> value.isObject();
      case ARRAY -> value.isArray();
      case INTEGER, NUMBER -> (value.isNumber() || value.isString()) && holdsText(value);
      case BOOLEAN -> value.isValueNode() && holdsText(value);
      case TIMESTAMP -> value.isString() && holdsText(value);
    };
  }

  private boolean holdsText(JsonNode value) {
    var text = value.asString().toCharArray();
    var out = new byte[NumberText.MAX_LENGTH];
    return switch (this) {
      case INTEGER -> NumberText.integer(text, 0, text.length, out) != NumberText.MISMATCH;
      case NUMBER -> NumberText.number(text, 0, text.length, out) != NumberText.MISMATCH;
      case BOOLEAN -> BooleanText.normalise(text, 0, text.length, out) != BooleanText.MISMATCH;
      case TIMESTAMP ->
          TimestampText.normalise(text, 0, text.length, out) != TimestampText.MISMATCH;
      case STRING, OBJECT, ARRAY -> true;
    };
  }
}
