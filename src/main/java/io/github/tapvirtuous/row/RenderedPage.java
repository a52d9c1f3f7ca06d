package io.github.tapvirtuous.row;

import io.github.tapvirtuous.json.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of one reply as finished JSON objects: each has every column of the schema and no other.
 * Rows are counted from 0. Immutable by convention: the arrays are shared, not copied. Whoever has
 * written the rows closes the page, so that the next one takes its memory.
 */
public final class RenderedPage implements AutoCloseable {
  private static final int DAY = "\"2026-03-01".length();

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

  /** When a row was last modified, as its column says it; {@code ""} where it says nothing. */
  public String modified(int row) {
    return text(index.dates().modifiedAt(row));
  }

  /** When a row was created, likewise. */
  public String created(int row) {
    return text(index.dates().createdAt(row));
  }

  private String text(int place) {
    if (place == DatePlaces.NONE || bytes()[place] != '"') {
      return "";
    }
    var end = place + 1;
    while (bytes()[end] != '"') {
      end++;
    }
    return new String(bytes(), place + 1, end - place - 1, StandardCharsets.UTF_8);
  }

  /**
   * Whether a row says that it was modified before a time; false where it says nothing. Cheap, for
   * those who ask it of every row.
   *
   * @param time in UTF-8, such as {@code 2026-03-01} or {@code 2026-03-01T02:00:00}
   */
  public boolean isModifiedBefore(int row, byte[] time) {
    var place = index.dates().modifiedAt(row);
    return place != DatePlaces.NONE && isBefore(place, time);
  }

  /** Whether a row was modified on the day on which it was created, as its texts begin. Cheap. */
  public boolean isModifiedWhenCreated(int row) {
    var modified = index.dates().modifiedAt(row);
    var created = index.dates().createdAt(row);
    return modified != DatePlaces.NONE
        && created != DatePlaces.NONE
        && Arrays.equals(bytes(), modified, modified + DAY, bytes(), created, created + DAY);
  }

  /** Whether a row says when it was modified. */
  public boolean isDated(int row) {
    return index.dates().modifiedAt(row) != DatePlaces.NONE;
  }

  /** A text that ends earlier has its closing quote there, which sorts before all of a time. */
  private boolean isBefore(int place, byte[] time) {
    var bytes = bytes();
    for (int at = 0; at < time.length; at++) {
      var here = bytes[place + 1 + at]; // behind the quote
      if (here != time[at]) {
        return here < time[at];
      }
    }
    return false;
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

  /**
   * The same page, which tells of the whole table though it was asked for as part of some rows.
   *
   * @param total rows of the whole table, {@link Summary#UNKNOWN_TOTAL} where that is not known
   */
  public RenderedPage ofTable(long total) {
    if (total == summary.total()) {
      return this;
    }
    var ofTable =
        new Summary(summary.length(), total, summary.withoutKey(), summary.skippedValues());
    return new RenderedPage(memory, index, ofTable, findings);
  }

  /** The same page with some of its rows, whose numbers ascend. */
  public RenderedPage only(int[] rows) {
    if (rows.length == rows()) {
      return this;
    }
    return new RenderedPage(memory, index.only(rows), summary, findings.of(rows));
  }
}
