package io.github.tapvirtuous.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/** How fast one stream comes, as the last quarter of a minute had it. */
final class Pace {
  private static final Duration WINDOW = Duration.ofSeconds(15);

  private final Deque<Sample> samples = new ArrayDeque<>();

  private record Sample(Instant at, long rows) {}

  Pace(Instant began) {
    samples.add(new Sample(began, 0));
  }

  void add(Instant now, long rows) {
    samples.add(new Sample(now, rows));
    while (samples.size() > 2 && samples.getFirst().at().isBefore(now.minus(WINDOW))) {
      samples.removeFirst();
    }
  }

  /** Empty until something has come. */
  OptionalLong rowsPerSecond() {
    var first = samples.getFirst();
    var last = samples.getLast();
    var millis = Duration.between(first.at(), last.at()).toMillis();
    var rows = last.rows() - first.rows();
    return millis <= 0 || rows <= 0 ? OptionalLong.empty() : OptionalLong.of(rows * 1000 / millis);
  }
}
