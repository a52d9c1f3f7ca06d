package io.github.tapvirtuous.row;

import java.util.Arrays;
import java.util.List;

/** Where each row of a page stands in the buffer, its key and its dates. Takes its arrays over. */
final class RowIndex {
  private final int[] starts;
  private final int[] ends;
  private final long[] keys;
  private final List<String> textKeys;
  private final DatePlaces dates;

  RowIndex(int[] starts, int[] ends, long[] keys, List<String> textKeys, DatePlaces dates) {
    this.starts = starts;
    this.ends = ends;
    this.keys = keys;
    this.textKeys = List.copyOf(textKeys);
    this.dates = dates;
  }

  int rows() {
    return starts.length;
  }

  int start(int row) {
    return starts[row];
  }

  int end(int row) {
    return ends[row];
  }

  /** One a row, or none at all when the keys are text. */
  long[] keys() {
    return keys;
  }

  /** One a row, or none at all when the keys are whole numbers. */
  List<String> textKeys() {
    return textKeys;
  }

  /** Where its dates begin. */
  DatePlaces dates() {
    return dates;
  }

  RowIndex only(int[] rows) {
    return new RowIndex(
        Arrays.stream(rows).map(row -> starts[row]).toArray(),
        Arrays.stream(rows).map(row -> ends[row]).toArray(),
        Arrays.stream(keys.length == 0 ? new int[0] : rows).mapToLong(row -> keys[row]).toArray(),
        Arrays.stream(textKeys.isEmpty() ? new int[0] : rows).mapToObj(textKeys::get).toList(),
        dates.only(rows));
  }
}
