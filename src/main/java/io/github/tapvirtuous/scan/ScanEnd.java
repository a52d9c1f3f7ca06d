package io.github.tapvirtuous.scan;

/**
 * How a scan ended.
 *
 * @param proof how sure it is that every row was sent
 * @param why what stands in the way of certainty, {@code ""} when nothing does
 */
public record ScanEnd(Proof proof, String why) {

  /** The three words for it. */
  public enum Proof {
    /** The order held, and every page joined on to the one before. */
    VERIFIED,
    /** The order was of no use, but as many rows came as the table has. */
    UNVERIFIED,
    /** Fewer rows came than the table has. */
    INCOMPLETE
  }

  static ScanEnd verified() {
    return new ScanEnd(Proof.VERIFIED, "");
  }

  /** Judges by the number of rows alone. */
  static ScanEnd byCount(long rowsSent, long total, boolean inOrder) {
    if (rowsSent < total) {
      return new ScanEnd(
          Proof.INCOMPLETE, "Virtuous counts " + total + " rows but sent " + rowsSent);
    }
    return inOrder
        ? verified()
        : new ScanEnd(Proof.UNVERIFIED, "rows did not come in the order asked for");
  }

  static ScanEnd gaveUp(long replies, long rowsSent, long total) {
    return new ScanEnd(
        Proof.INCOMPLETE,
        "no end after " + replies + " pages, with " + rowsSent + " of " + total + " rows");
  }
}
