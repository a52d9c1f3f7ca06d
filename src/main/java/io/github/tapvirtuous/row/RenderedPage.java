package io.github.tapvirtuous.row;

import io.github.tapvirtuous.json.Bytes;
import java.util.List;

/**
 * The rows of one reply as finished JSON objects: each has every column of the schema and no other.
 * Rows are counted from 0. Immutable by convention: the arrays are shared, not copied. Whoever has
 * written the rows closes the page, so that the next one takes its memory.
 */
public final class RenderedPage implements AutoCloseable {
  private final Bytes memory;
  private final RowIndex index;
  private final Summary summary;
  private final Findings findings;

  /**
   * What a reply said of itself.
   *
   * @param length elements of its list, those that cannot be sent included
   * @param total rows of the whole table, {@link #UNKNOWN_TOTAL} without a usable number
   * @param withoutKey places in the list that hold no row with a usable key
   * @param skippedValues elements of a value array that were null or a repetition
   */
  public record Summary(int length, long total, List<Integer> withoutKey, int skippedValues) {
    public static final long UNKNOWN_TOTAL = -1;

    public Summary {
      withoutKey = List.copyOf(withoutKey);
    }
  }

  RenderedPage(Bytes memory, RowIndex index, Summary summary, Findings findings) {
    this.memory = memory;
    this.index = index;
    this.summary = summary;
    this.findings = findings;
  }

  /** Rows that can be written. */
  public int rows() {
    return index.rows();
  }

  /** UTF-8, until the page is closed; a row is the slice from {@link #start} to {@link #end}. */
  public byte[] bytes() {
    return memory.array();
  }

  public int start(int row) {
    return index.start(row);
  }

  /** Behind the last byte of a row. */
  public int end(int row) {
    return index.end(row);
  }

  /** The keys, one a row, when they are whole numbers; else empty. */
  public long[] keys() {
    return index.keys();
  }

  /** The keys as JSON, quotes included, one a row, when they are text; else empty. */
  public List<String> textKeys() {
    return index.textKeys();
  }

  public Summary summary() {
    return summary;
  }

  public Findings findings() {
    return findings;
  }

  /** Ends this page and all that share its rows: their numbers and keys stay. */
  @Override
  public void close() {
    memory.close();
  }

  /** The same page with some of its rows, whose numbers ascend. */
  public RenderedPage only(int[] rows) {
    if (rows.length == rows()) {
      return this;
    }
    return new RenderedPage(memory, index.only(rows), summary, findings.of(rows));
  }
}
