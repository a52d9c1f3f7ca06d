package io.github.tapvirtuous.row;

import java.util.Arrays;

/** Where the dates of each row stand in the buffer of a page, if it has them. */
final class DatePlaces {
  static final int NONE = -1;
  private static final int USUAL_ROWS = 256;

  private int[] modified;
  private int[] created;
  private int rows;
  private int nextModified = NONE;
  private int nextCreated = NONE;

  DatePlaces() {
    this(new int[USUAL_ROWS], new int[USUAL_ROWS]);
  }

  private DatePlaces(int[] modified, int[] created) {
    this.modified = modified;
    this.created = created;
  }

  /** A row begins, without dates so far. */
  void begin() {
    nextModified = NONE;
    nextCreated = NONE;
  }

  void modified(int place) {
    nextModified = place;
  }

  void created(int place) {
    nextCreated = place;
  }

  /** The row has ended. */
  void add() {
    if (rows == modified.length) {
      modified = Arrays.copyOf(modified, rows * 2);
      created = Arrays.copyOf(created, rows * 2);
    }
    modified[rows] = nextModified;
    created[rows++] = nextCreated;
  }

  int modifiedAt(int row) {
    return modified[row];
  }

  int createdAt(int row) {
    return created[row];
  }

  DatePlaces only(int[] some) {
    return new DatePlaces(
        Arrays.stream(some).map(this::modifiedAt).toArray(),
        Arrays.stream(some).map(this::createdAt).toArray());
  }
}
