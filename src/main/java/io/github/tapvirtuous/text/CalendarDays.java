package io.github.tapvirtuous.text;

/** The lengths of months, since {@code java.time} would need an object a date. */
final class CalendarDays {
  private CalendarDays() {}

  static int inMonth(int year, int month) {
    return switch (month) {
      case 2 -> isLeap(year) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  private static boolean isLeap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }
}
