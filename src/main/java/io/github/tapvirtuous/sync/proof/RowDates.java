package io.github.tapvirtuous.sync.proof;

import io.github.tapvirtuous.sync.query.AskedDay;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.text.TimestampText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.JsonNode;

/**
 * When a row was created and last modified.
 *
 * @param created {@link #UNKNOWN} without a usable date
 * @param modified likewise: then no <em>modified since</em> needs to bring this row
 */
public record RowDates(long key, Instant created, Instant modified) {
  /** Nothing, the year 1, or what is no date. */
  static final Instant UNKNOWN = Instant.MIN;

  /**
   * So that no zone brings the one day to the other, even when the second is asked for less one.
   */
  private static final int DAYS_APART = 3;

  /**
   * Reads the dates as the reply spells them.
   *
   * @param created {@code ""} for none
   * @param modified likewise
   */
  public static RowDates of(long key, String created, String modified) {
    return new RowDates(key, time(created), time(modified));
  }

  /** The dates of a row of a reply, in the fields in which its table has them. */
  public static RowDates of(long key, Table table, JsonNode row) {
    return of(key, text(row, table.dates().created()), text(row, table.dates().modified()));
  }

  private static String text(JsonNode row, String field) {
    return row.path(field).isString() ? row.path(field).stringValue() : "";
  }

  private static Instant time(String text) {
    var utc = new byte[TimestampText.MAX_LENGTH];
    var length = TimestampText.normalise(text.toCharArray(), 0, text.length(), utc);
    return length == TimestampText.NULL || length == TimestampText.MISMATCH
        ? UNKNOWN
        : Instant.parse(new String(utc, 0, length, StandardCharsets.US_ASCII));
  }

  /** Whether it is one of the rows that come by whole reads only. */
  public boolean isUndated() {
    return modified.equals(UNKNOWN);
  }

  /** Whether it tells a server that compares modified dates from one that compares create dates. */
  boolean isWitness() {
    return !isUndated()
        && !created.equals(UNKNOWN)
        && ChronoUnit.DAYS.between(AskedDay.of(created), AskedDay.of(modified)) >= DAYS_APART;
  }
}
