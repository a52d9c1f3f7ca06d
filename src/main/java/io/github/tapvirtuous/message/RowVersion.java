package io.github.tapvirtuous.message;

/**
 * By which whole read of its stream a row is known: what carries an earlier one once a later has
 * brought all rows is gone.
 *
 * @param number grows from whole read to whole read; 0 for none
 */
public record RowVersion(long number) {
  public static final RowVersion NONE = new RowVersion(0);

  public boolean isNone() {
    return number == 0;
  }
}
