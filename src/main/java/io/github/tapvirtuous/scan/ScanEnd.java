package io.github.tapvirtuous.scan;

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

  /** Judges by the number of rows alone. */
  static ScanEnd byCount(long rowsSent, long total, boolean inOrder) {
    if (rowsSent < total) {
      return new ScanEnd(
          Outcome.INCOMPLETE, "Virtuous counts " + total + " rows but sent " + rowsSent, false);
    }
    return inOrder
        ? verified()
        : new ScanEnd(Outcome.UNVERIFIED, "rows did not come in the order asked for", false);
  }

  static ScanEnd gaveUp(long replies, long rowsSent, long total) {
    return new ScanEnd(
        Outcome.INCOMPLETE,
        "no end after " + replies + " pages, with " + rowsSent + " of " + total + " rows",
        true);
  }
}
