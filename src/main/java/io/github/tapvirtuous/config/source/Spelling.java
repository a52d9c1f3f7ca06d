package io.github.tapvirtuous.config.source;

import io.github.tapvirtuous.error.KeyText;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the name that somebody may have meant. */
public final class Spelling {
  private static final int SLIPS = 2;

  private Spelling() {}

  /** {@code "page_sise" (did you mean "page_size"?), "colour"}. */
  public static String withSuggestions(Collection<String> names, List<String> known) {
    return names.stream()
        .map(name -> "\"" + KeyText.shown(name) + "\"" + suggestion(name, known))
        .collect(Collectors.joining(", "));
  }

  /** {@code (did you mean "page_size"?)}, or nothing. */
  public static String suggestion(String name, List<String> known) {
    return closest(name, known).map(meant -> " (did you mean \"" + meant + "\"?)").orElse("");
  }

  /** The known name within two slips of the given one, case and word marks aside. */
  public static Optional<String> closest(String name, List<String> known) {
    var letters = letters(name);
    return known.stream()
        .filter(other -> distance(letters, letters(other)) <= SLIPS)
        .min(Comparator.comparingInt(other -> distance(letters, letters(other))));
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** Letters to insert, delete or replace (Levenshtein), row by row of the usual table. */
  private static int distance(String from, String to) {
    if (Math.abs(from.length() - to.length()) > SLIPS) {
      return SLIPS + 1;
    }
    var above = new int[to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      var row = new int[above.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        row[j] = i == 0 ? j : cell(above, row, j, from.charAt(i - 1) == to.charAt(j - 1));
      }
      above = row;
    }
    return above[to.length()];
  }

  private static int cell(int[] above, int[] row, int j, boolean same) {
    return Math.min(above[j - 1] + (same ? 0 : 1), Math.min(above[j], row[j - 1]) + 1);
  }
}
