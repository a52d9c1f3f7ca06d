package io.github.tapvirtuous.sync.state;

import java.util.OptionalLong;

/**
 * Where a scan of a table in ascending order of its key stands; or a read below each row of another
 * table, whose keys then take the place of rows.
 *
 * @param lastKey the key of the last row sent; means nothing while no row was sent
 * @param index where that row stood in the table when it was read
 * @param total rows of the table as the last reply said, -1 if it did not
 * @param rowsSent rows sent since the scan began, over all its runs
 */
public record ScanPosition(long lastKey, int index, long total, long rowsSent) {
  public static final ScanPosition START = new ScanPosition(0, 0, -1, 0);

  /** Of the rows that were sent, as far as they came in order. */
  OptionalLong highestKey() {
    return rowsSent > 0 ? OptionalLong.of(lastKey) : OptionalLong.empty();
  }

  public boolean isStart() {
    return rowsSent == 0 && index == 0;
  }
}
