package io.github.tapvirtuous.table;

/** How date-times leave. */
public enum DateTimes {
  /** Normalised to UTC, with their format in the schema. */
  TIMESTAMP,
  /** As they came. */
  TEXT
}
