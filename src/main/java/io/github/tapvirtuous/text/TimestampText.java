package io.github.tapvirtuous.text;

import java.nio.charset.StandardCharsets;
import java.time.Month;
import java.time.Year;

/**
 * Date-times as text, brought to the one form that every target reads: {@code
 * YYYY-MM-DDTHH:MM:SS[.ffffff]Z}.
 */
public final class TimestampText {
  /** The text stands for no time at all. */
  public static final int NULL = 0;

  public static final int MISMATCH = -1;

  /** Room for every result. */
  public static final int MAX_LENGTH = 27;

  private static final int SHORTEST_MONTH = 28;
  private static final int DATE = 10;
  private static final int MINUTES = 16;
  private static final int SECONDS = 19;
  private static final int FRACTION = 1 + 6; // the point and what targets can hold
  private static final byte[] UNAVAILABLE = "unavailable".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] MIDNIGHT = "0000-00-00T00:00:00".getBytes(StandardCharsets.US_ASCII);

  private TimestampText() {}

  /**
   * Writes the time in UTC; one without a zone is taken as it is.
   *
   * @param out room for {@value #MAX_LENGTH} bytes
   * @return {@link #NULL}, {@link #MISMATCH}, or how many bytes were written
   */
  public static int normalise(char[] in, int offset, int length, byte[] out) {
    if (length == 0 || AsciiText.equalsIgnoreCase(in, offset, length, UNAVAILABLE)) {
      return NULL;
    }
    int end = offset + length;
    int zone = endOfLocalTime(in, offset, end);
    int shift = zone == MISMATCH ? UtcOffset.MALFORMED : UtcOffset.minutes(in, zone, end);
    if (shift == UtcOffset.MALFORMED) {
      return MISMATCH;
    }
    int written = writeLocalTime(in, offset, zone, out);
    int year = UtcOffset.subtract(shift, out);
    if (year > 9999) {
      return MISMATCH;
    }
    if (year < 2) { // .NET's default value, and what zones make of it
      return NULL;
    }
    out[written] = 'Z';
    return written + 1;
  }

  /** Where the zone begins; that is the end for a text without one. */
  private static int endOfLocalTime(char[] in, int offset, int end) {
    int length = end - offset;
    if (length < DATE || !isDate(in, offset)) {
      return MISMATCH;
    }
    if (length == DATE) {
      return end;
    }
    if (length < MINUTES || !isTimeOfDay(in, offset + DATE)) {
      return MISMATCH;
    }
    int seconds = offset + MINUTES;
    return seconds < end && in[seconds] == ':' ? endOfSeconds(in, seconds, end) : seconds;
  }

  private static boolean isDate(char[] in, int at) {
    int century = AsciiText.twoDigits(in, at);
    int yearOfCentury = AsciiText.twoDigits(in, at + 2);
    int month = AsciiText.twoDigits(in, at + 5);
    int day = AsciiText.twoDigits(in, at + 8);
    return century >= 0
        && yearOfCentury >= 0
        && in[at + 4] == '-'
        && in[at + 7] == '-'
        && month >= 1
        && month <= 12
        && day >= 1
        && (day <= SHORTEST_MONTH
            || day <= Month.of(month).length(Year.isLeap(century * 100 + yearOfCentury)));
  }

  private static boolean isTimeOfDay(char[] in, int at) {
    int hour = AsciiText.twoDigits(in, at + 1);
    int minute = AsciiText.twoDigits(in, at + 4);
    return (in[at] == 'T' || in[at] == 't' || in[at] == ' ')
        && in[at + 3] == ':'
        && hour >= 0
        && hour <= 23
        && minute >= 0
        && minute <= 59;
  }

  private static int endOfSeconds(char[] in, int at, int end) {
    int second = at + 3 <= end ? AsciiText.twoDigits(in, at + 1) : -1;
    if (second < 0 || second > 59) {
      return MISMATCH;
    }
    int point = at + 3;
    if (point == end || in[point] != '.') {
      return point;
    }
    int digits = point + 1;
    while (digits < end && in[digits] >= '0' && in[digits] <= '9') {
      digits++;
    }
    return digits == point + 1 ? MISMATCH : digits;
  }

  private static int writeLocalTime(char[] in, int offset, int end, byte[] out) {
    System.arraycopy(MIDNIGHT, 0, out, 0, SECONDS);
    int length = Math.min(end - offset, SECONDS + FRACTION);
    for (int i = 0; i < length; i++) {
      out[i] = (byte) in[offset + i];
    }
    out[DATE] = 'T';
    return Math.max(length, SECONDS);
  }
}
