package io.github.tapvirtuous.sync.proof;

import java.util.List;

/**
 * A reply to a question asked in proof.
 *
 * @param status of HTTP
 * @param total rows that it counts, {@link #UNKNOWN_TOTAL} without a usable number
 * @param rows that came with it
 */
public record Answer(int status, long total, List<RowDates> rows) {
  static final long UNKNOWN_TOTAL = -1;
  private static final int OK = 200;

  public Answer {
    rows = List.copyOf(rows);
  }

  public static Answer of(long total, List<RowDates> rows) {
    return new Answer(OK, total, rows);
  }

  /** The server would not hear of it, such as with HTTP 400. */
  public static Answer refused(int status) {
    return new Answer(status, UNKNOWN_TOTAL, List.of());
  }

  public boolean isRefused() {
    return status != OK;
  }
}
