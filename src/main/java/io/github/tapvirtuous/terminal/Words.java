package io.github.tapvirtuous.terminal;

import java.time.Duration;
import java.util.Locale;

/** Times, as people read them at a glance. */
final class Words {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private Words() {}

  /** {@code 1.2 s}, {@code 4 min 10 s}, {@code 2 h 5 min}. */
  static String taken(Duration time) {
    return time.compareTo(MINUTE) < 0
        ? String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0)
        : rough(time);
  }

  /** {@code 48 s}, {@code 4 min 10 s}, {@code 2 h 5 min}: no more than anybody could know. */
  static String rough(Duration time) {
    if (time.compareTo(MINUTE) < 0) {
      return time.toSeconds() + " s";
    }
    return time.compareTo(HOUR) < 0
        ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
        : time.toHours() + " h " + time.toMinutesPart() + " min";
  }

  /** {@code 0:01:52}. */
  static String clock(Duration time) {
    return String.format(
        Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }
}
