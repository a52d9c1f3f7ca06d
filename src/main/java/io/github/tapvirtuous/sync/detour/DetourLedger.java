package io.github.tapvirtuous.sync.detour;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.message.RowVersion;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.sync.scan.ScanEnd;
import io.github.tapvirtuous.sync.state.ScanPosition;
import io.github.tapvirtuous.sync.state.StreamBookmark;
import java.time.Clock;
import java.util.Optional;

/**
 * Keeps the books of a read below parents: what it lacks, and where a later run takes up. That is
 * the parent whose rows are being read, never one behind a parent whose rows did not all come.
 */
public final class DetourLedger {
  private final Clock clock;
  private final long total;
  private final int parentsBefore;
  private StreamBookmark bookmark;
  private ScanPosition sound;
  private int parentsBehind;
  private long rowsBehind;
  private String gap = "";
  private Optional<SourceException> failure = Optional.empty();

  /**
   * Goes on from there, or begins.
   *
   * @param total rows of the whole table, -1 where Virtuous does not say
   */
  public DetourLedger(StreamBookmark from, long total, Clock clock) {
    this.clock = clock;
    this.total = total;
    this.bookmark = from;
    this.sound = from.position();
    this.parentsBefore = sound.index();
    this.parentsBehind = parentsBefore;
    this.rowsBehind = sound.rowsSent();
  }

  /** The parent to go on with; all others before it are behind. */
  public long first() {
    return sound.isStart() ? Long.MIN_VALUE : sound.lastKey();
  }

  /** The rows of this one are read next. */
  public void begin(long parent) {
    if (isSound()) {
      sound = new ScanPosition(parent, parentsBehind, total, rowsBehind);
    }
  }

  private boolean isSound() {
    return gap.isEmpty() && failure.isEmpty();
  }

  /** What each row carries. */
  public RowVersion version() {
    return bookmark.replication().versions().ofRow();
  }

  /** For a run that is interrupted here. */
  public Checkpoint reached() {
    bookmark = bookmark.at(sound, clock.instant());
    return bookmark.toCheckpoint();
  }

  /** All rows of a parent came, as far as it has any. */
  public void pass(long rows) {
    parentsBehind++;
    rowsBehind += rows;
  }

  /** Something is wanting, be it rows of a parent or parents. */
  public void lack(String why) {
    gap = gap.isEmpty() ? why : gap;
  }

  /** Rows could not be sent, or Virtuous contradicts itself. */
  public void fail(SourceException why) {
    failure = failure.or(() -> Optional.of(why));
  }

  /** Rows of the parents that are behind, those of earlier runs included. */
  public long rowsBehind() {
    return rowsBehind;
  }

  /** Whether a later run will take up further on than this one did. */
  public boolean hasMoved() {
    return sound.index() > parentsBefore;
  }

  /** The last word of a read that nothing interrupted. */
  public Checkpoint ended() {
    var position = new ScanPosition(sound.lastKey(), parentsBehind, total, rowsBehind);
    var last =
        isSound()
            ? bookmark.completed(position, clock.instant())
            : bookmark.at(ScanPosition.START, clock.instant());
    return last.toCheckpoint();
  }

  /**
   * How it ended. Rows that no parent leads to cannot be told from rows that are gone: such a read
   * is never verified.
   *
   * @param how it was read, in a clause
   * @throws SourceException when rows could not be sent
   */
  public ScanEnd end(String how) {
    failure.ifPresent(DetourLedger::rethrow);
    if (!gap.isEmpty()) {
      return new ScanEnd(Outcome.INCOMPLETE, gap, false);
    }
    var unmet = total - rowsBehind;
    var besides = unmet > 0 ? "; %d of %d rows were not met".formatted(unmet, total) : "";
    return new ScanEnd(Outcome.UNVERIFIED, how + besides, false);
  }

  private static void rethrow(SourceException known) {
    throw known;
  }

  /** A failure that came between, and what is wrong besides. */
  public SourceException besides(SourceException between) {
    if (failure.isEmpty() || between.kind() == Kind.STOPPED) {
      return between;
    }
    var known = failure.get();
    var kind = between.kind() == Kind.USED_UP ? Kind.REPLY : between.kind();
    return new SourceException(
        kind, between.getMessage() + " Besides, " + known.getMessage(), "", between);
  }
}
