package io.github.tapvirtuous.standin.query;

import java.time.ZoneId;

/** What a server may make of conditions on days and keys. */
public enum Misreading {
  /** All of them are, and everything comes. */
  CONDITIONS_IGNORED,
  /** Those on days are; those on keys hold. */
  DATES_IGNORED,
  /** HTTP 400 to any condition. */
  REFUSED,
  /** The date cannot be read, and nothing comes. */
  NOTHING,
  /** Day and month exchanged; where that makes no date, nothing comes. */
  DAY_FOR_MONTH,
  /** Day and month exchanged; where that makes no date, everything comes. */
  DAY_FOR_MONTH_OR_ALL,
  /** Days begin where the sun rises first. */
  EASTERNMOST_ZONE,
  /** Days begin where it rises last. */
  WESTERNMOST_ZONE,
  A_DAY_LATER,
  /** More than any zone can explain. */
  A_WEEK_LATER,
  A_DAY_EARLIER,
  /** Another date is compared. */
  CREATE_DATE,
  /** The day itself does not count. */
  AFTER,
  /** Only rows of that very day. */
  ON_THE_DAY,
  /** The other way round. */
  BEFORE,
  /** Rows without a date match, whatever is asked for. */
  UNDATED_MATCH,
  /** The list is right; the total is that of the whole table. */
  TOTAL_OF_ALL,
  /** Conditions on keys are; those on days hold. */
  KEYS_IGNORED,
  /** Rows from a key on come with some below it. */
  KEYS_BELOW,
  /** Of the rows from a key on some do not come. */
  KEYS_FORGOTTEN;

  private static final ZoneId EASTERNMOST = ZoneId.of("Etc/GMT-14");
  private static final ZoneId WESTERNMOST = ZoneId.of("Etc/GMT+12");

  DayClause read(DayClause asked) {
    return switch (this) {
      case CONDITIONS_IGNORED, DATES_IGNORED -> asked.as(Comparison.EVERYTHING);
      case REFUSED -> throw refusal();
      case NOTHING -> asked.as(Comparison.NOTHING);
      case DAY_FOR_MONTH -> asked.dayForMonth(Comparison.NOTHING);
      case DAY_FOR_MONTH_OR_ALL -> asked.dayForMonth(Comparison.EVERYTHING);
      case EASTERNMOST_ZONE -> asked.in(EASTERNMOST);
      case WESTERNMOST_ZONE -> asked.in(WESTERNMOST);
      case A_DAY_LATER -> asked.later(1);
      case A_WEEK_LATER -> asked.later(7);
      case A_DAY_EARLIER -> asked.later(-1);
      case CREATE_DATE -> asked.onCreateDate();
      case AFTER -> asked.withoutTheDay();
      case ON_THE_DAY -> asked.as(Comparison.IS);
      case BEFORE -> asked.as(Comparison.BEFORE);
      case UNDATED_MATCH -> asked.withUndated();
      case TOTAL_OF_ALL, KEYS_IGNORED, KEYS_BELOW, KEYS_FORGOTTEN -> asked;
    };
  }

  KeyClause read(KeyClause asked) {
    return switch (this) {
      case CONDITIONS_IGNORED, KEYS_IGNORED -> asked.as(Comparison.EVERYTHING);
      case REFUSED -> throw refusal();
      case KEYS_BELOW -> asked.lowered();
      case KEYS_FORGOTTEN -> asked.forgetful();
      default -> asked;
    };
  }

  private static UnreadableQuery refusal() {
    return new UnreadableQuery("The request is invalid.");
  }
}
