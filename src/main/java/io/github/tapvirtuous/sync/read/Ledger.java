package io.github.tapvirtuous.sync.read;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.scan.ScanEnd;
import io.github.tapvirtuous.sync.state.ScanPosition;
import io.github.tapvirtuous.sync.state.StreamBookmark;
import io.github.tapvirtuous.virtuous.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the books of one read: which rows cannot be sent, and where a later run takes up. */
final class Ledger {
  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

  private StreamBookmark bookmark;
  private final Clock clock;
  private final UnsentRows unsent;
  private final DateWatch dates;
  private final long seenBefore;
  private ScanPosition sound;
  private long sent;
  private boolean supersedes;

  Ledger(StreamBookmark bookmark, Clock clock, UnsentRows unsent) {
    this.bookmark = bookmark;
    this.clock = clock;
    this.unsent = unsent;
    this.sound = bookmark.position();
    this.seenBefore = sound.isStart() ? Long.MIN_VALUE : sound.lastKey();
    var replication = bookmark.replication();
    this.dates =
        new DateWatch(
            replication.scan().since(), replication.needed(), replication.evidence().witnesses());
  }

  /** Never beyond a row that cannot be sent, so that a run that resumes meets it again. */
  ScanPosition position() {
    return sound;
  }

  /**
   * A page came.
   *
   * @param place where it begins in the table
   * @param rows of it that are sent
   */
  void enter(int place, Page<RenderedPage> page, RenderedPage rows) {
    unsent.count(place, page.content().summary());
    sent += rows.rows();
    var replication = bookmark.replication();
    var scan = replication.scan();
    if (!scan.isBegun()) {
      scan = scan.begun(page.serverTime().orElse(Instant.EPOCH));
    }
    var undated = dates.see(rows, seenBefore);
    bookmark =
        bookmark.with(
            replication
                .with(scan.withUndated(undated))
                .with(replication.evidence().with(dates.witnesses())));
  }

  /** What the dates of its rows have shown. */
  DateWatch dates() {
    return dates;
  }

  /** The rows of a page that was entered, and the checkpoint after them. */
  Batch batch(Page<RenderedPage> page, RenderedPage rows, Checkpoint after) {
    var version = bookmark.replication().versions().ofRow();
    return new Batch(rows, page.receivedAt(), version, supersedes, Optional.of(after));
  }

  /** For a run that is interrupted here. */
  Checkpoint reached(ScanPosition reached) {
    if (unsent.isNone() || reached.isStart()) {
      sound = reached;
    }
    bookmark = bookmark.at(sound, clock.instant());
    return bookmark.toCheckpoint();
  }

  /** A scan that came up short begins anew next time: its position would only hide what is lost. */
  Checkpoint ended(ScanEnd end, ScanPosition reached) {
    if (end.gaveUp()) {
      return reached(reached);
    }
    var next =
        end.isWhole() && unsent.isNone()
            ? completed(end, reached)
            : bookmark.at(ScanPosition.START, clock.instant());
    return next.toCheckpoint();
  }

  private StreamBookmark completed(ScanEnd end, ScanPosition reached) {
    var complete = bookmark.completed(reached, clock.instant());
    var versions = complete.replication().versions();
    if (end.outcome() != Outcome.VERIFIED || !versions.isFit()) {
      return complete;
    }
    var rows = reached.isStart() ? sent : reached.rowsSent(); // a list has no positions
    var doubt = versions.doubt(rows, bookmark.replication().whole());
    supersedes = doubt.isEmpty();
    if (!supersedes) {
      warn(doubt);
    }
    return complete.with(complete.replication().with(versions.completed(rows)));
  }

  private void warn(String doubt) {
    LOG.warn(
        "{}: {}: rows that did not come are taken for gone only if the next whole read agrees."
            + " Look whether the key may still see all of them.",
        unsent.stream(),
        doubt);
  }

  /**
   * How the read ended.
   *
   * @throws SourceException when rows could not be sent
   */
  ReadEnd close(ScanEnd end) {
    if (!unsent.isNone()) {
      throw unsent.failure(end);
    }
    return ReadEnd.of(end);
  }

  /** A run that is being stopped meets these rows again. */
  SourceException besides(SourceException failure) {
    return unsent.isNone() || failure.kind() == Kind.STOPPED ? failure : unsent.besides(failure);
  }
}
