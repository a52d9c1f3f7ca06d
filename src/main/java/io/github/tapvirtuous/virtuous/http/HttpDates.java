package io.github.tapvirtuous.virtuous.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Reads dates as HTTP writes them. The last one is remembered: replies of one second share theirs,
 * and to read it costs more than all else in their headers. Thread-safe.
 */
public final class HttpDates {
  private record Known(String text, Optional<Instant> instant) {}

  private volatile Known last = new Known("", Optional.empty());

  /** Empty for what is no date. */
  public Optional<Instant> instant(String text) {
    var known = last;
    if (!known.text.equals(text)) {
      known = new Known(text, read(text));
      last = known;
    }
    return known.instant;
  }

  private static Optional<Instant> read(String text) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }
}
