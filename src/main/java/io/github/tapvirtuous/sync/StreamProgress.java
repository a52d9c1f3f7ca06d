package io.github.tapvirtuous.sync;

import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.sync.inbox.InboxBookmark;
import io.github.tapvirtuous.sync.state.Replication;
import io.github.tapvirtuous.sync.state.ScanPosition;
import io.github.tapvirtuous.sync.state.StreamBookmark;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far earlier runs came with a stream, as far as its checkpoint tells.
 *
 * @param rows sent since the scan began, over all its runs; empty where the next run could not go
 *     on from there: of lists, and of tables whose rows come in no order
 * @param total rows of the table, as far as Virtuous said
 * @param lastKey of the last row sent
 * @param startedAt when the scan began; empty where there was none, but events alone
 * @param reachedAt when it came to where it is
 * @param completedAt when a scan last reached its end, be it this one or one before
 * @param reads what was asked for, and what comes next
 * @param events how far those of an inbox were read, if they ever were
 */
public record StreamProgress(
    Status status,
    OptionalLong rows,
    OptionalLong total,
    OptionalLong lastKey,
    Optional<Instant> startedAt,
    Optional<Instant> reachedAt,
    Optional<Instant> completedAt,
    Reads reads,
    Optional<Events> events) {

  /**
   * Which rows of the table runs ask for.
   *
   * @param since the day from which on the scan asked for changed rows
   * @param fromKey the key from which on it asked for new rows; without either it asked for all
   * @param bookmark since when the next run asks; empty where it reads all rows anyway
   * @param wholeAt when the last read of all rows began
   * @param undated rows without a modified date in that read, 0 while there was none
   */
  public record Reads(
      Optional<LocalDate> since,
      OptionalLong fromKey,
      Optional<Instant> bookmark,
      Optional<Instant> wholeAt,
      long undated) {
    private static final Reads NONE = of(Replication.NONE);

    private static Reads of(Replication replication) {
      return new Reads(
          replication.scan().since(),
          replication.scan().fromKey(),
          ever(replication.value()).filter(value -> !replication.key().isEmpty()),
          ever(replication.whole().at()),
          replication.whole().undated());
    }
  }

  /**
   * The events that runs have read.
   *
   * @param number of the last one that was passed
   * @param waiting of those up to there, which are read once more
   */
  public record Events(long number, int waiting) {
    private static Optional<Events> of(Checkpoint checkpoint) {
      return InboxBookmark.read(checkpoint)
          .map(known -> new Events(known.number(), known.waiting().size()));
    }
  }

  /** Where a scan is. */
  public enum Status {
    COMPLETE,
    /** In the middle: the next run goes on from there. */
    INTERRUPTED,
    /** Not far enough for the next run to go on from there. */
    BEGUN,
    /** There was none: runs have read events alone. */
    EVENTS
  }

  /** Empty when the checkpoint is of another tap, or of a version with another form. */
  public static Optional<StreamProgress> of(Checkpoint checkpoint) {
    var events = Events.of(checkpoint);
    return StreamBookmark.read(checkpoint)
        .map(bookmark -> of(bookmark, events))
        .or(() -> events.map(StreamProgress::of));
  }

  private static StreamProgress of(Events events) {
    return new StreamProgress(
        Status.EVENTS,
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Reads.NONE,
        Optional.of(events));
  }

  private static StreamProgress of(StreamBookmark bookmark, Optional<Events> events) {
    var position = bookmark.position();
    return new StreamProgress(
        status(bookmark),
        position.equals(ScanPosition.START)
            ? OptionalLong.empty()
            : OptionalLong.of(position.rowsSent()),
        position.total() < 0 ? OptionalLong.empty() : OptionalLong.of(position.total()),
        position.isStart() ? OptionalLong.empty() : OptionalLong.of(position.lastKey()),
        Optional.of(bookmark.startedAt()),
        Optional.of(bookmark.reachedAt()),
        ever(bookmark.completedAt()),
        Reads.of(bookmark.replication()),
        events);
  }

  private static Optional<Instant> ever(Instant time) {
    return Optional.of(time).filter(known -> !known.equals(Instant.EPOCH));
  }

  private static Status status(StreamBookmark bookmark) {
    if (bookmark.complete()) {
      return Status.COMPLETE;
    }
    return bookmark.isInterrupted() ? Status.INTERRUPTED : Status.BEGUN;
  }
}
