package io.github.tapvirtuous.sync.read;

import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.sync.scan.ScanEnd;

/**
 * How a read ended.
 *
 * @param outcome how sure it is that every row was sent
 * @param why what stands in the way of certainty, {@code ""} when nothing does
 */
public record ReadEnd(Outcome outcome, String why) {
  static ReadEnd of(ScanEnd end) {
    return new ReadEnd(end.outcome(), end.why());
  }
}
