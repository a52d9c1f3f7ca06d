package io.github.tapvirtuous.sync.state;

import io.github.tapvirtuous.message.RowVersion;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * By which versions the rows of a stream are known. Each whole read begins one, and every row,
 * whatever brings it, carries the largest.
 *
 * @param largest that a read of the stream has begun, in seconds since 1970; 0 for none
 * @param ofScan that all rows of the scan under way have carried, over all its runs; 0 if they did
 *     not, or it does not read the whole table
 * @param rows of the last whole read that could show what is gone, -1 if there was none
 * @param isSaid whether rows of this run carry one; not kept
 */
public record Versions(long largest, long ofScan, long rows, boolean isSaid) {
  static final Versions NONE = new Versions(0, 0, -1, false);

  /** Beyond it readers of JSON lose digits; nobody counts so many seconds. */
  private static final long MOST = 1L << 53;

  /** A whole read begins, and with it a version. */
  public Versions begun(Instant now) {
    var next = Math.max(now.getEpochSecond(), largest + 1);
    return new Versions(next, next, rows, true);
  }

  /** A read goes on. If its rows had no version so far, those that come now prove nothing. */
  public Versions continued(Instant now) {
    return largest > 0 ? new Versions(largest, ofScan, rows, true) : begun(now).unfit();
  }

  /** Rows of this run carry none. */
  public Versions unsaid() {
    return new Versions(largest, 0, rows, false);
  }

  /** The scan cannot show what is gone. */
  public Versions unfit() {
    return new Versions(largest, 0, rows, isSaid);
  }

  /** What each row carries. */
  public RowVersion ofRow() {
    return isSaid ? new RowVersion(largest) : RowVersion.NONE;
  }

  /** Whether the scan, once it has brought every row, shows what is gone. */
  public boolean isFit() {
    return isSaid && ofScan > 0 && ofScan == largest;
  }

  /**
   * Why the rows that came should not be taken for all there are: a permission may have been taken
   * away. The next whole read is compared with this one, and agrees or not.
   *
   * @param came rows of this whole read
   * @param before the whole read before it
   * @return a clause, {@code ""} if nothing speaks against it
   */
  public String doubt(long came, WholeRead before) {
    var last = rows < 0 && before.rows() > 0 ? before.rows() : rows;
    if (came == 0 && last != 0) {
      return last < 0 ? "no row came" : "no row came, of " + last + " the last time";
    }
    return came < last - came ? "only " + came + " rows came, of " + last + " the last time" : "";
  }

  /** A fit scan has brought every row. */
  public Versions completed(long came) {
    return new Versions(largest, ofScan, came, isSaid);
  }

  static Versions read(JsonNode json) {
    return new Versions(
        number(json.path("version"), 0),
        number(json.path("scan_version"), 0),
        number(json.path("version_rows"), -1),
        false);
  }

  private static long number(JsonNode node, long otherwise) {
    var isOurs = node.canConvertToLong() && node.asLong() >= 0 && node.asLong() < MOST;
    return isOurs ? node.asLong() : otherwise;
  }

  /** All keys, once there is a version; none in the state of who never wanted any. */
  void write(ObjectNode json) {
    if (largest > 0) {
      json.put("version", largest).put("scan_version", ofScan).put("version_rows", rows);
    }
  }
}
