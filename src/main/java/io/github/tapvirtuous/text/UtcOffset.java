package io.github.tapvirtuous.text;

/** The zone of a date-time, read from its text and taken off it. */
final class UtcOffset {
  static final int MALFORMED = Integer.MIN_VALUE;

  private static final int MINUTES_A_DAY = 24 * 60;

  private UtcOffset() {}

  /** Reads {@code Z}, {@code ±HH:MM}, {@code ±HHMM}, {@code ±HH} or nothing. */
  static int minutes(char[] in, int at, int end) {
    int length = end - at;
    if (length == 0 || (length == 1 && (in[at] == 'Z' || in[at] == 'z'))) {
      return 0;
    }
    boolean colon = length == 6 && in[at + 3] == ':';
    if ((in[at] != '+' && in[at] != '-') || (length != 3 && length != 5 && !colon)) {
      return MALFORMED;
    }
    int hours = AsciiText.twoDigits(in, at + 1);
    int minutes = length == 3 ? 0 : AsciiText.twoDigits(in, end - 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
      return MALFORMED;
    }
    int offset = hours * 60 + minutes;
    return in[at] == '-' ? -offset : offset;
  }

  /**
   * Takes an offset off a local time, in place.
   *
   * @param minutes less than a day
   * @param time begins with {@code YYYY-MM-DDTHH:MM}; useless when the year needs other than four
   *     digits
   * @return the year of the result
   */
  static int subtract(int minutes, byte[] time) {
    if (minutes != 0) {
      int shifted = number(time, 11) * 60 + number(time, 14) - minutes;
      int ofDay = Math.floorMod(shifted, MINUTES_A_DAY);
      write(ofDay / 60, time, 11);
      write(ofDay % 60, time, 14);
      if (shifted != ofDay) {
        return addDay(shifted < 0 ? -1 : 1, time);
      }
    }
    return number(time, 0) * 100 + number(time, 2);
  }

  private static int addDay(int step, byte[] time) {
    int year = number(time, 0) * 100 + number(time, 2);
    int month = number(time, 5);
    int day = number(time, 8) + step;
    if (day < 1 || day > CalendarDays.inMonth(year, month)) {
      year += Math.floorDiv(month - 1 + step, 12);
      month = Math.floorMod(month - 1 + step, 12) + 1;
      day = step > 0 ? 1 : CalendarDays.inMonth(year, month);
    }
    write(Math.floorDiv(year, 100), time, 0);
    write(Math.floorMod(year, 100), time, 2);
    write(month, time, 5);
    write(day, time, 8);
    return year;
  }

  private static int number(byte[] time, int at) {
    return (time[at] - '0') * 10 + time[at + 1] - '0';
  }

  private static void write(int twoDigits, byte[] time, int at) {
    time[at] = (byte) ('0' + twoDigits / 10);
    time[at + 1] = (byte) ('0' + twoDigits % 10);
  }
}
