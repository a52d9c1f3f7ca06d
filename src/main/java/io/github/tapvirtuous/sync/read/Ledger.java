package io.github.tapvirtuous.sync.read;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.scan.ScanEnd;
import io.github.tapvirtuous.sync.state.ScanPosition;
import io.github.tapvirtuous.sync.state.StreamBookmark;
import io.github.tapvirtuous.virtuous.Page;
import java.time.Clock;

/** Keeps the books of one read: which rows cannot be sent, and where a later run takes up. */
final class Ledger {
  private StreamBookmark bookmark;
  private final Clock clock;
  private final UnsentRows unsent;
  private ScanPosition sound;

  Ledger(StreamBookmark bookmark, Clock clock, UnsentRows unsent) {
    this.bookmark = bookmark;
    this.clock = clock;
    this.unsent = unsent;
    this.sound = bookmark.position();
  }

  /** Never beyond a row that cannot be sent, so that a run that resumes meets it again. */
  ScanPosition position() {
    return sound;
  }

  void enter(Page<RenderedPage> page) {
    unsent.count(page.asked().skip(), page.content().summary());
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
            ? bookmark.completed(reached, clock.instant())
            : bookmark.at(ScanPosition.START, clock.instant());
    return next.toCheckpoint();
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
