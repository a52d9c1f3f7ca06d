package io.github.tapvirtuous.sync.scan;

import io.github.tapvirtuous.report.Outcome;

/**
 * How a scan ended.
 *
 * @param outcome how sure it is that every row was sent: verified (the order held, and every page
 *     joined on to the one before), unverified (the order was of no use, but as many rows came as
 *     the table has) or incomplete
 * @param why what stands in the way of certainty, {@code ""} when nothing does
 * @param gaveUp whether it stopped before its end, so that a later run can go on
 */
public record ScanEnd(Outcome outcome, String why, boolean gaveUp) {

  /** Whether every row that Virtuous speaks of was sent. */
  public boolean isWhole() {
    return outcome.isSuccess();
  }

  static ScanEnd verified() {
    return new ScanEnd(Outcome.VERIFIED, "", false);
  }

  /**
   * Judges the one reply that a server without paging was asked for.
   *
   * @param isFull whether it holds as many rows as were asked for, so that there may be more
   */
  static ScanEnd ofWholeList(long rowsSent, long total, boolean isFull) {
    if (rowsSent < total || (total < 0 && isFull)) {
      var of = total < 0 ? "an unknown number" : String.valueOf(total);
      return new ScanEnd(
          Outcome.INCOMPLETE,
          "Virtuous ignores \"skip\" and sent " + rowsSent + " of " + of + " rows",
          false);
    }
    return new ScanEnd(Outcome.UNVERIFIED, "Virtuous ignores \"skip\"", false);
  }

  /** Judges by the number of rows alone. */
  public static ScanEnd byCount(long rowsSent, long total, boolean inOrder) {
    if (rowsSent < total) {
      return new ScanEnd(
          Outcome.INCOMPLETE, "Virtuous counts " + total + " rows but sent " + rowsSent, false);
    }
    return inOrder
        ? verified()
        : new ScanEnd(Outcome.UNVERIFIED, "rows did not come in the order asked for", false);
  }

  /** A server may send one row at a time; this looks the same as a table of one row. */
  static ScanEnd loneRow() {
    return new ScanEnd(Outcome.UNVERIFIED, "one row came, and Virtuous says no total", false);
  }

  static ScanEnd gaveUp(long replies, long rowsSent, long total) {
    return new ScanEnd(
        Outcome.INCOMPLETE,
        "no end after " + replies + " pages, with " + rowsSent + " of " + total + " rows",
        true);
  }
}
