package io.github.tapvirtuous.report;

import java.time.Duration;
import java.util.Locale;

/** The numbers of a stream, or of all of them. */
public record Figures(
    long rows,
    long pages,
    long requests,
    long retries,
    long halvings,
    long waits,
    Duration waited) {
  public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, Duration.ZERO);

  /** {@code 61,250}, as people read a number at a glance. */
  public static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 1 table}, {@code 18 tables}. */
  public static String count(long number, String what) {
    return grouped(number) + " " + what + (number == 1 ? "" : "s");
  }

  Figures withPage(int rowsOfPage) {
    return plus(new Figures(rowsOfPage, 1, 0, 0, 0, 0, Duration.ZERO));
  }

  Figures withRequest() {
    return plus(new Figures(0, 0, 1, 0, 0, 0, Duration.ZERO));
  }

  Figures withRetry() {
    return plus(new Figures(0, 0, 0, 1, 0, 0, Duration.ZERO));
  }

  Figures withHalving() {
    return plus(new Figures(0, 0, 0, 0, 1, 0, Duration.ZERO));
  }

  Figures withWait(Duration pause) {
    return plus(new Figures(0, 0, 0, 0, 0, 1, pause));
  }

  public Figures plus(Figures other) {
    return new Figures(
        rows + other.rows,
        pages + other.pages,
        requests + other.requests,
        retries + other.retries,
        halvings + other.halvings,
        waits + other.waits,
        waited.plus(other.waited));
  }

  /**
   * In words.
   *
   * @param ofTotal stands behind the rows
   */
  String text(String ofTotal) {
    return "rows %d%s, pages %d, requests %d, retries %d, halved %d, waits %d (%s)"
        .formatted(
            rows, ofTotal, pages, requests, retries, halvings, waits, StreamWords.seconds(waited));
  }
}
