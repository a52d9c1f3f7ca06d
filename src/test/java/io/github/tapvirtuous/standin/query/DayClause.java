package io.github.tapvirtuous.standin.query;

import io.github.tapvirtuous.standin.rows.Filter;
import io.github.tapvirtuous.standin.rows.RowFacts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import tools.jackson.databind.JsonNode;

/**
 * A question for the day on which a row was created or modified.
 *
 * @param created whether it is the create date that counts
 * @param last the upper end of {@code Between}
 * @param zone the one in which the time of a row becomes a day
 * @param undatedToo whether rows without that date come as well
 */
record DayClause(
    boolean created,
    Comparison comparison,
    LocalDate day,
    LocalDate last,
    ZoneId zone,
    boolean undatedToo) {
  private static final int DAY_LENGTH = 10;

  static DayClause read(JsonNode condition, boolean created, ZoneId zone) {
    var comparison = Comparison.named(condition.path("operator").asString(""));
    var day = day(condition.path("value").asString(""));
    var last =
        comparison == Comparison.BETWEEN ? day(condition.path("secondaryValue").asString("")) : day;
    return new DayClause(created, comparison, day, last, zone, false);
  }

  /** The time of day does not count. */
  private static LocalDate day(String value) {
    try {
      return LocalDate.parse(value.substring(0, Math.min(DAY_LENGTH, value.length())));
    } catch (DateTimeParseException notADate) {
      throw new UnreadableQuery("The value \"" + value + "\" is not a date.");
    }
  }

  Filter.Condition condition() {
    var span = comparison.span(start(day), start(day.plusDays(1)), start(last.plusDays(1)));
    return (key, facts) -> {
      var time = created ? facts.created() : facts.modified();
      return span.contains(time) || (undatedToo && time == RowFacts.UNKNOWN);
    };
  }

  private long start(LocalDate ofDay) {
    return ofDay.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  DayClause as(Comparison other) {
    return new DayClause(created, other, day, last, zone, undatedToo);
  }

  /** {@code AFTER} where {@code ON_OR_AFTER} was asked for. */
  DayClause withoutTheDay() {
    return comparison == Comparison.ON_OR_AFTER ? as(Comparison.AFTER) : this;
  }

  DayClause onCreateDate() {
    return new DayClause(true, comparison, day, last, zone, undatedToo);
  }

  DayClause later(int days) {
    return new DayClause(
        created, comparison, day.plusDays(days), last.plusDays(days), zone, undatedToo);
  }

  DayClause in(ZoneId otherZone) {
    return new DayClause(created, comparison, day, last, otherZone, undatedToo);
  }

  DayClause withUndated() {
    return new DayClause(created, comparison, day, last, zone, true);
  }

  /** Day and month exchanged, or something else where no month has that number. */
  DayClause dayForMonth(Comparison otherwise) {
    return day.getDayOfMonth() > 12
        ? as(otherwise)
        : new DayClause(created, comparison, exchanged(day), last, zone, undatedToo);
  }

  private static LocalDate exchanged(LocalDate given) {
    return LocalDate.of(given.getYear(), given.getDayOfMonth(), given.getMonthValue());
  }
}
