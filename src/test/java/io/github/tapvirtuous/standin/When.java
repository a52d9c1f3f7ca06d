package io.github.tapvirtuous.standin;

/**
 * The requests that a fault befalls.
 *
 * @param table whose requests are counted, or another path such as {@code Organization}; {@code
 *     "*"} counts all requests
 * @param first number of the first request, from 1
 * @param times how many requests in a row
 */
public record When(String table, int first, int times) {
  private static final String ANY = "*";

  /** The request with this number, of all requests. */
  public static When request(int number) {
    return new When(ANY, number, 1);
  }

  public static When always() {
    return request(1).forever();
  }

  /** Counts the requests of this table alone. */
  public When of(String otherTable) {
    return new When(otherTable, first, times);
  }

  public When times(int otherTimes) {
    return new When(table, first, otherTimes);
  }

  public When forever() {
    return times(Integer.MAX_VALUE);
  }

  boolean includes(Traffic.Turn number, String ofTable) {
    if (!table.equals(ANY) && !table.equals(ofTable)) {
      return false;
    }
    var counted = table.equals(ANY) ? number.overall() : number.ofTable();
    return counted >= first && counted - first < times;
  }
}
