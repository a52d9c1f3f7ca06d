package io.github.tapvirtuous.terminal;

import io.github.tapvirtuous.report.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * How far a stream has come, in words.
 *
 * @param reached rows of the whole, those of earlier runs included
 * @param perSecond empty while nothing is known
 */
record Progress(long reached, OptionalLong total, OptionalLong perSecond) {
  /** {@code 61,250 of 100,000}, and then what is less needed: share, speed, time left. */
  List<String> parts() {
    var parts = new ArrayList<String>();
    parts.add(Figures.grouped(reached) + (total.isPresent() ? " of " + of(total) : " rows"));
    if (total.orElse(0) > 0) {
      parts.add(Math.min(100, reached * 100 / total.getAsLong()) + " %");
    }
    if (perSecond.orElse(0) > 0) {
      parts.add(Figures.grouped(perSecond.getAsLong()) + " rows/s");
      if (total.isPresent() && total.getAsLong() > reached) {
        var left = (total.getAsLong() - reached) / perSecond.getAsLong();
        parts.add(Words.rough(Duration.ofSeconds(left)) + " left");
      }
    }
    return parts;
  }

  private static String of(OptionalLong number) {
    return Figures.grouped(number.getAsLong());
  }
}
