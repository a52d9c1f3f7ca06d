package io.github.tapvirtuous.error;

import java.util.Optional;

/** Foreign text, fit for a line of the log. */
public final class OneLine {
  private static final int LONGEST = 200;

  private OneLine() {}

  public static String of(String text) {
    var start = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
    var line = start.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
  }

  /** Its message; its type where it has none. */
  public static String of(Throwable thrown) {
    return Optional.ofNullable(thrown.getMessage())
        .map(OneLine::of)
        .orElseGet(() -> thrown.getClass().getSimpleName());
  }
}
