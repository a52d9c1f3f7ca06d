package io.github.tapvirtuous.render;

/**
 * Finds the fields of one reply. Its rows nearly always name them in the same order, so what
 * followed a field the last time is tried before a search.
 */
final class FieldOrder {
  private final ColumnIndex columns;

  /** By the place of the field before plus 1; the first is for the start of a row. */
  private final String[] followers;

  private final int[] places;
  private int before;

  FieldOrder(ColumnIndex columns) {
    this.columns = columns;
    this.followers = new String[columns.fields() + 1];
    this.places = new int[followers.length];
  }

  void startRow() {
    before = 0;
  }

  /** The place of the row's next field, as {@link ColumnIndex#find} says. */
  int find(String name) {
    if (!name.equals(followers[before])) {
      followers[before] = name;
      places[before] = columns.find(name);
    }
    var place = places[before];
    before = place + 1;
    return place;
  }
}
