package io.github.tapvirtuous.table;

/**
 * One column of a table.
 *
 * @param name as Virtuous delivers it
 * @param type what its values are coerced to
 */
public record Column(String name, FieldType type) {
  /** A timestamp whose zone is the organization's wall clock: its name does not say Utc. */
  public boolean isLocalTime() {
    return type == FieldType.TIMESTAMP && !name.endsWith("Utc");
  }
}
