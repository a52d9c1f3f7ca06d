package io.github.tapvirtuous.sync.keyed;

import io.github.tapvirtuous.row.RenderedPage;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** The keys of a page's rows as numbers, be their column one of numbers or of text. */
public final class KeyNumbers {
  private static final Pattern QUOTED = Pattern.compile("\"(0|-?[1-9][0-9]{0,17})\"");

  /** Of a key that is no number: events have none of those. */
  private static final long OTHER = Long.MIN_VALUE;

  private KeyNumbers() {}

  /** One a row. */
  public static LongStream of(RenderedPage page) {
    return page.textKeys().isEmpty()
        ? Arrays.stream(page.keys())
        : page.textKeys().stream().mapToLong(KeyNumbers::number);
  }

  private static long number(String json) {
    var number = QUOTED.matcher(json);
    return number.matches() ? Long.parseLong(number.group(1)) : OTHER;
  }
}
