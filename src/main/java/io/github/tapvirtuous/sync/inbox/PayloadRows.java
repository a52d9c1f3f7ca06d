package io.github.tapvirtuous.sync.inbox;

import io.github.tapvirtuous.inbox.StoredEvent;
import io.github.tapvirtuous.message.RowVersion;
import io.github.tapvirtuous.report.EventCounts;
import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.sync.payload.Fold;
import io.github.tapvirtuous.sync.payload.PayloadStream;
import java.time.Clock;
import java.util.List;

/** Says what events say themselves, unless something newer is known of their rows. */
final class PayloadRows {
  private final PayloadStream stream;
  private final Newer newer;
  private final RowVersion version;
  private final Clock clock;
  private final StreamReport report;

  PayloadRows(
      PayloadStream stream, Newer newer, RowVersion version, Clock clock, StreamReport report) {
    this.stream = stream;
    this.newer = newer;
    this.version = version;
    this.clock = clock;
    this.report = report;
  }

  /**
   * What some events came to.
   *
   * @param superseded events that tell nothing new
   */
  record Said(long rows, long gone, long superseded) {
    /** How many of so many events another one stood for. */
    long foldedOf(long events) {
      return events - superseded - rows - gone;
    }
  }

  /** All of them at once. */
  Said say(List<StoredEvent> events) {
    var kept = newer.than(events);
    var fold = new Fold();
    kept.forEach(each -> fold.add(each.event()));
    var superseded = events.size() - kept.size();
    report.events(EventCounts.superseded(superseded));
    if (kept.isEmpty()) {
      return new Said(0, 0, superseded);
    }
    var said = stream.say(fold, clock.instant(), version);
    newer.areSent(kept);
    report.events(EventCounts.deleted(said.gone()));
    report.pageWritten((int) said.rows());
    said.leftOut().values().forEach(values -> report.note("values left out", values));
    return new Said(said.rows(), said.gone(), superseded);
  }
}
