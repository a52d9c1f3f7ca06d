package io.github.tapvirtuous.error;

import java.util.Collection;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text of others, made fit for a message: on one line, and no longer than a message can bear. */
public final class ForeignText {
  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_VALUE = 60;
  private static final int MOST_NAMES = 20;
  private static final Pattern GAP = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+");

  private ForeignText() {}

  /** What someone said. */
  public static String line(String text) {
    var line = GAP.matcher(start(text, 4 * LONGEST_LINE)).replaceAll(" ").strip();
    return start(line, LONGEST_LINE);
  }

  /** Its message; its type where it has none. */
  public static String line(Throwable thrown) {
    return Optional.ofNullable(thrown.getMessage())
        .map(ForeignText::line)
        .orElseGet(() -> thrown.getClass().getSimpleName());
  }

  /** The name of a field, which may stand in quotes: {@code ?} for what no name should hold. */
  public static String name(String name) {
    return start(name, LONGEST_NAME)
        .codePoints()
        .map(c -> isUnfitForName(c) || steers(c) ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Whether a character can be no part of a name: a quote, a control, half a character. */
  public static boolean isUnfitForName(int c) {
    return c == '"' || Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE;
  }

  /** Whether it ends a line or turns the direction of what follows. */
  private static boolean steers(int c) {
    return c == '\u2028' || c == '\u2029' || Character.getType(c) == Character.FORMAT;
  }

  /** Many of them: {@code a, b and 3 more}. */
  public static String names(Collection<String> names) {
    return names(names, MOST_NAMES, ForeignText::name);
  }

  /** The same, with no more of them than this, each in a form of its own. */
  public static String names(Collection<String> names, int most, UnaryOperator<String> form) {
    var shown = names.stream().limit(most).map(form).collect(Collectors.joining(", "));
    var others = names.size() - most;
    return others > 0 ? shown + " and " + others + " more" : shown;
  }

  /** A value as JSON, which has no line ends of its own. */
  public static String value(String json) {
    return json.length() <= LONGEST_VALUE ? json : start(json, LONGEST_VALUE) + "...";
  }

  /** No half of a character stands where it is cut. */
  private static String start(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    var splits = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, splits ? longest - 1 : longest);
  }
}
