package io.github.tapvirtuous.schema;

import java.util.List;

/**
 * The rows of one reply as finished JSON objects: each has every column of the schema and no other.
 * Positions are those within this page, from 0.
 */
public final class RenderedPage {
  private final byte[] bytes;
  private final int[] starts;
  private final int[] ends;

  RenderedPage(byte[] bytes, int[] starts, int[] ends) {
    this.bytes = bytes;
    this.starts = starts;
    this.ends = ends;
  }

  /** Rows that can be written. */
  public int rows() {
    return starts.length;
  }

  /** UTF-8; a row is the slice from {@link #start} to {@link #end}. */
  public byte[] bytes() {
    return bytes;
  }

  public int start(int row) {
    return starts[row];
  }

  /** Behind the last byte of a row. */
  public int end(int row) {
    return ends[row];
  }

  /** A page of rows that are finished JSON objects already. */
  public static RenderedPage of(List<byte[]> rows) {
    var size = rows.stream().mapToInt(row -> row.length).sum();
    var bytes = new byte[size];
    var starts = new int[rows.size()];
    var ends = new int[rows.size()];
    var at = 0;
    for (int row = 0; row < starts.length; row++) {
      starts[row] = at;
      System.arraycopy(rows.get(row), 0, bytes, at, rows.get(row).length);
      at += rows.get(row).length;
      ends[row] = at;
    }
    return new RenderedPage(bytes, starts, ends);
  }
}
