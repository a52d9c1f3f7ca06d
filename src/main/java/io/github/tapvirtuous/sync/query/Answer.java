package io.github.tapvirtuous.sync.query;

import java.util.List;

/**
 * A reply to a question asked in proof.
 *
 * @param status of HTTP
 * @param total rows that it counts, {@link #UNKNOWN_TOTAL} without a usable number
 * @param rows that came with it
 */
record Answer(int status, long total, List<RowDates> rows) {
  static final long UNKNOWN_TOTAL = -1;
  private static final int OK = 200;

  Answer {
    rows = List.copyOf(rows);
  }

  static Answer of(long total, List<RowDates> rows) {
    return new Answer(OK, total, rows);
  }

  /** The server would not hear of it, such as with HTTP 400. */
  static Answer refused(int status) {
    return new Answer(status, UNKNOWN_TOTAL, List.of());
  }

  boolean isRefused() {
    return status != OK;
  }
}
