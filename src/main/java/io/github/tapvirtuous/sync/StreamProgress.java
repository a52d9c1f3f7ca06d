package io.github.tapvirtuous.sync;

import io.github.tapvirtuous.message.Checkpoint;
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
 * @param startedAt when the scan began
 * @param reachedAt when it came to where it is
 * @param completedAt when a scan last reached its end, be it this one or one before
 * @param reads what was asked for, and what comes next
 */
public record StreamProgress(
    Status status,
    OptionalLong rows,
    OptionalLong total,
    OptionalLong lastKey,
    Instant startedAt,
    Instant reachedAt,
    Optional<Instant> completedAt,
    Reads reads) {

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
    private static Reads of(Replication replication) {
      return new Reads(
          replication.scan().since(),
          replication.scan().fromKey(),
          ever(replication.value()).filter(value -> !replication.key().isEmpty()),
          ever(replication.whole().at()),
          replication.whole().undated());
    }
  }

  /** Where a scan is. */
  public enum Status {
    COMPLETE,
    /** In the middle: the next run goes on from there. */
    INTERRUPTED,
    /** Not far enough for the next run to go on from there. */
    BEGUN
  }

  /** Empty when the checkpoint is of another tap, or of a version with another form. */
  public static Optional<StreamProgress> of(Checkpoint checkpoint) {
    return StreamBookmark.read(checkpoint).map(StreamProgress::of);
  }

  private static StreamProgress of(StreamBookmark bookmark) {
    var position = bookmark.position();
    return new StreamProgress(
        status(bookmark),
        position.equals(ScanPosition.START)
            ? OptionalLong.empty()
            : OptionalLong.of(position.rowsSent()),
        position.total() < 0 ? OptionalLong.empty() : OptionalLong.of(position.total()),
        position.isStart() ? OptionalLong.empty() : OptionalLong.of(position.lastKey()),
        bookmark.startedAt(),
        bookmark.reachedAt(),
        ever(bookmark.completedAt()),
        Reads.of(bookmark.replication()));
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
