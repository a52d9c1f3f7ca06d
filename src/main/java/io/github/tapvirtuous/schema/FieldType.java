package io.github.tapvirtuous.schema;

/** The seven column types that every Singer target stores faithfully. */
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
}
