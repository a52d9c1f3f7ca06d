package io.github.tapvirtuous.bench;

import java.util.Locale;

/**
 * A line of the table.
 *
 * @param aim empty if there is none
 * @param verdict {@code met} or {@code MISSED}; empty without an aim
 */
record Figure(String name, String measured, String aim, String verdict) {
  static Figure of(String name, String format, Object value) {
    return new Figure(name, String.format(Locale.ROOT, format, value), "", "");
  }

  static Figure atLeast(double aim, String name, String format, double value) {
    return aimed("at least ", aim, value >= aim, of(name, format, value), format);
  }

  static Figure atMost(double aim, String name, String format, double value) {
    return aimed("at most ", aim, value <= aim, of(name, format, value), format);
  }

  private static Figure aimed(String words, double aim, boolean met, Figure bare, String format) {
    var text = words + String.format(Locale.ROOT, format, aim);
    return new Figure(bare.name, bare.measured, text, met ? "met" : "MISSED");
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "  %-38s %12s  %-18s %s", name, measured, aim, verdict)
        .stripTrailing();
  }
}
