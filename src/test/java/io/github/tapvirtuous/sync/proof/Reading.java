package io.github.tapvirtuous.sync.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Predicate;

/** What a server may make of "modified since". */
enum Reading {
  /** As it is meant, in the organization's zone. */
  AS_ASKED,
  /** The parameter is ignored, and everything comes. */
  IGNORED,
  /** All conditions are. */
  ALL_IGNORED,
  /** HTTP 400. */
  REFUSED,
  /** The date cannot be read, and nothing comes. */
  NOTHING,
  /** Day and month exchanged; where that makes no date, nothing comes. */
  DAY_AND_MONTH_OR_NOTHING,
  /** Day and month exchanged; where that makes no date, everything comes. */
  DAY_AND_MONTH_OR_ALL,
  /** Day and month exchanged; where that makes no date, HTTP 400. */
  DAY_AND_MONTH_OR_REFUSED,
  /** Another date is compared. */
  CREATE_DATE,
  /** The day itself does not count. */
  AFTER,
  /** Rows without a date match, whatever is asked for. */
  UNDATED_MATCH,
  /** Only rows of that very day. */
  ON_THE_DAY,
  /** As if a week later had been asked for. */
  A_WEEK_LATER,
  /** The other way round. */
  BEFORE,
  /** Older rows were never taken into the index that it looks at. */
  RECENT_ONLY,
  /** The list is right; the total is that of the whole table. */
  TOTAL_OF_ALL,
  /** Nothing comes, and the total is that of the whole table. */
  NOTHING_OF_ALL,
  /** As it is meant, but without a total. */
  WITHOUT_TOTAL;

  private static final DateTimeFormatter EXCHANGED = DateTimeFormatter.ofPattern("uuuu-dd-MM");
  private static final LocalDate FIRST_INDEXED = LocalDate.of(2025, 12, 1);

  boolean refuses(String value) {
    return this == REFUSED || (this == DAY_AND_MONTH_OR_REFUSED && exchanged(value).isEmpty());
  }

  /** The total that it says of a condition, of those that match and the whole table. */
  long total(long matching, long all) {
    return switch (this) {
      case TOTAL_OF_ALL, NOTHING_OF_ALL -> all;
      case WITHOUT_TOTAL -> Answer.UNKNOWN_TOTAL;
      default -> matching;
    };
  }

  /** The rows that come when those since this day are asked for. */
  Predicate<RowDates> since(String value, ZoneOffset zone) {
    return switch (this) {
      case IGNORED, ALL_IGNORED -> row -> true;
      case NOTHING, NOTHING_OF_ALL, REFUSED -> row -> false;
      case DAY_AND_MONTH_OR_NOTHING, DAY_AND_MONTH_OR_REFUSED ->
          exchanged(value).map(day -> days(zone, each -> !each.isBefore(day))).orElse(row -> false);
      case DAY_AND_MONTH_OR_ALL ->
          exchanged(value).map(day -> days(zone, each -> !each.isBefore(day))).orElse(row -> true);
      default -> since(LocalDate.parse(value), zone);
    };
  }

  private Predicate<RowDates> since(LocalDate asked, ZoneOffset zone) {
    return switch (this) {
      case CREATE_DATE -> row -> !day(row.created(), zone).isBefore(asked);
      case A_WEEK_LATER -> days(zone, day -> !day.isBefore(asked.plusDays(7)));
      case AFTER -> days(zone, day -> day.isAfter(asked));
      case ON_THE_DAY -> days(zone, day -> day.equals(asked));
      case BEFORE -> days(zone, day -> day.isBefore(asked));
      case RECENT_ONLY -> days(zone, day -> !day.isBefore(asked) && !day.isBefore(FIRST_INDEXED));
      case UNDATED_MATCH -> days(zone, day -> !day.isBefore(asked)).or(RowDates::isUndated);
      default -> days(zone, day -> !day.isBefore(asked));
    };
  }

  /** Rows without a date match nothing. */
  private static Predicate<RowDates> days(ZoneOffset zone, Predicate<LocalDate> wanted) {
    return row -> !row.isUndated() && wanted.test(day(row.modified(), zone));
  }

  private static LocalDate day(Instant time, ZoneOffset zone) {
    return time.atOffset(zone).toLocalDate();
  }

  private static Optional<LocalDate> exchanged(String value) {
    try {
      return Optional.of(LocalDate.parse(value, EXCHANGED));
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }
}
