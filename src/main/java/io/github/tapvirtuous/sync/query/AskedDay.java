package io.github.tapvirtuous.sync.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The days that are said to Virtuous. It takes them in the organization's zone, up to fourteen
 * hours before UTC and twelve behind, and may mean <em>after</em> by <em>on or after</em>.
 */
public final class AskedDay {
  /**
   * Before any row was modified. No month has this number, so that a server which takes it for one
   * gives itself away ({@code docs/decisions/0013}).
   */
  public static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 13);

  /** When no row can have been modified yet; SQL Server's smallest date type ends soon after. */
  public static final LocalDate FAR_AHEAD = LocalDate.of(2078, 1, 13);

  /** One for the zone, and one for what may be left out. */
  private static final int MARGIN = 2;

  private AskedDay() {}

  /**
   * From which day on to ask for all rows modified since a time.
   *
   * @param lookbackDays how far before that time to begin
   */
  public static LocalDate since(Instant time, int lookbackDays) {
    var furthest = LONG_AGO.plusDays((long) lookbackDays + MARGIN);
    var day = of(time);
    return day.isBefore(furthest) ? LONG_AGO : day.minusDays((long) lookbackDays + MARGIN);
  }

  /** The day of a time in UTC. */
  public static LocalDate of(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }
}
