package io.github.tapvirtuous.row;

import io.github.tapvirtuous.json.Bytes;
import io.github.tapvirtuous.json.JsonBytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects the rows of one page while they are rendered. */
final class PageBuilder {
  private static final int USUAL_ROWS = 256;

  private final Bytes memory;
  private final JsonBytes out;
  private final Findings findings = new Findings();
  private int[] starts = new int[USUAL_ROWS];
  private int[] ends = new int[USUAL_ROWS];
  private long[] keys = new long[USUAL_ROWS];
  private final List<String> textKeys = new ArrayList<>();
  private final DatePlaces dates = new DatePlaces();
  private final List<Integer> withoutKey = new ArrayList<>();
  private int rows;
  private int length;
  private int skippedValues;

  PageBuilder(Bytes memory) {
    this.memory = memory;
    this.out = new JsonBytes(memory);
  }

  JsonBytes out() {
    return out;
  }

  /** Where the dates of each row stand. */
  DatePlaces dates() {
    return dates;
  }

  Findings findings() {
    return findings;
  }

  /** The number that the next finished row gets. */
  int row() {
    return rows;
  }

  /** How many elements of the list were read before this one. */
  int position() {
    return length;
  }

  void add(int start, long key) {
    add(start);
    keys[rows - 1] = key;
  }

  void add(int start, String key) {
    add(start);
    textKeys.add(key);
  }

  private void add(int start) {
    if (rows == starts.length) {
      starts = Arrays.copyOf(starts, rows * 2);
      ends = Arrays.copyOf(ends, rows * 2);
      keys = Arrays.copyOf(keys, rows * 2);
    }
    starts[rows] = start;
    ends[rows++] = out.length();
    dates.add();
    length++;
  }

  /** Takes back what was written of an element that has no usable key. */
  void withoutKey(int start) {
    out.truncate(start);
    findings.forget(rows);
    withoutKey.add(length++);
  }

  /** A null, or a value that came before. */
  void skipValue() {
    skippedValues++;
    length++;
  }

  RenderedPage build(long total) {
    var index =
        new RowIndex(
            Arrays.copyOf(starts, rows),
            Arrays.copyOf(ends, rows),
            Arrays.copyOf(keys, textKeys.isEmpty() ? rows : 0),
            textKeys,
            dates);
    var summary = new RenderedPage.Summary(length, total, withoutKey, skippedValues);
    return new RenderedPage(memory, index, summary, findings);
  }
}
