package io.github.tapvirtuous.standin.faults;

import io.github.tapvirtuous.standin.access.Traffic;

/**
 * The requests that a fault befalls.
 *
 * @param table whose requests are counted, or another path such as {@code Organization}; {@code
 *     "*"} counts all requests
 * @param first number of the first request, from 1
 * @param times how many requests in a row
 * @param skip counts only requests with this skip, each table's on their own; {@value #ANYWHERE}
 *     for all of them
 */
public record When(String table, int first, int times, int skip) {
  private static final String ANY = "*";
  private static final int ANYWHERE = -1;

  /** The request with this number, of all requests. */
  public static When request(int number) {
    return new When(ANY, number, 1, ANYWHERE);
  }

  /** The first request for the page that starts behind so many rows, whichever comes before it. */
  public static When page(int skip) {
    return new When(ANY, 1, 1, skip);
  }

  public static When always() {
    return request(1).forever();
  }

  /** Counts the requests of this table alone. */
  public When of(String otherTable) {
    return new When(otherTable, first, times, skip);
  }

  public When times(int otherTimes) {
    return new When(table, first, otherTimes, skip);
  }

  public When forever() {
    return times(Integer.MAX_VALUE);
  }

  boolean includes(Traffic.Turn number, String ofTable) {
    if (!table.equals(ANY) && !table.equals(ofTable)) {
      return false;
    }
    if (skip != ANYWHERE && skip != number.skip()) {
      return false;
    }
    var counted = counted(number);
    return counted >= first && counted - first < times;
  }

  private int counted(Traffic.Turn number) {
    if (skip != ANYWHERE) {
      return number.ofPage();
    }
    return table.equals(ANY) ? number.overall() : number.ofTable();
  }
}
