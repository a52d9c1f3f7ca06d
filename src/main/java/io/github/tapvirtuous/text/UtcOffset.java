package io.github.tapvirtuous.text;

import java.time.LocalDateTime;

/** The zone of a date-time, read from its text and taken off it. */
final class UtcOffset {
  static final int MALFORMED = Integer.MIN_VALUE;

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
    int year = number(time, 0) * 100 + number(time, 2);
    if (minutes == 0) {
      return year;
    }
    var local =
        LocalDateTime.of(
            year, number(time, 5), number(time, 8), number(time, 11), number(time, 14));
    return write(local.minusMinutes(minutes), time);
  }

  private static int write(LocalDateTime utc, byte[] time) {
    write(utc.getYear() / 100, time, 0);
    write(utc.getYear() % 100, time, 2);
    write(utc.getMonthValue(), time, 5);
    write(utc.getDayOfMonth(), time, 8);
    write(utc.getHour(), time, 11);
    write(utc.getMinute(), time, 14);
    return utc.getYear();
  }

  private static int number(byte[] time, int at) {
    return (time[at] - '0') * 10 + time[at + 1] - '0';
  }

  private static void write(int twoDigits, byte[] time, int at) {
    time[at] = (byte) ('0' + twoDigits / 10);
    time[at + 1] = (byte) ('0' + twoDigits % 10);
  }
}
