package io.github.tapvirtuous.sync.read;

import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.scan.Keys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Numbers for the keys of pages: their own where they are whole numbers, else given out here. */
final class PageKeys {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("\"?(0|-?[1-9][0-9]{0,17})\"?");

  /** Given out from the far end, where no key of Virtuous's lies. */
  private final Map<String, Long> givenOut = new HashMap<>();

  /** Once a key was none, each has to keep the number that it is given. */
  private boolean wholeNumbers = true;

  Keys of(RenderedPage page) {
    var texts = page.textKeys();
    if (texts.isEmpty()) {
      return new Keys(page.keys(), true);
    }
    wholeNumbers &= texts.stream().allMatch(text -> WHOLE_NUMBER.matcher(text).matches());
    return wholeNumbers
        ? new Keys(texts.stream().mapToLong(PageKeys::number).toArray(), true)
        : new Keys(given(texts), false);
  }

  private static long number(String json) {
    return Long.parseLong(json.replace("\"", ""));
  }

  private long[] given(List<String> texts) {
    return texts.stream()
        .mapToLong(text -> givenOut.computeIfAbsent(text, one -> Long.MIN_VALUE + givenOut.size()))
        .toArray();
  }
}
