package io.github.tapvirtuous.sync.inbox;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.inbox.Inbox;
import io.github.tapvirtuous.inbox.StoredEvent;
import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.sync.keyed.KeyedStream;
import io.github.tapvirtuous.sync.state.Replication;
import io.github.tapvirtuous.sync.state.StreamBookmark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The events of one stream that no run has passed, and its checkpoint, which says so. */
final class StreamInbox {
  private final Inbox inbox;
  private final KeyedStream stream;
  private final Standing standing;

  /** Whoever came later is for the next run: this one has an end. */
  private final long last;

  private Checkpoint checkpoint;
  private InboxBookmark bookmark;

  StreamInbox(Inbox inbox, KeyedStream stream, Standing standing) {
    this.inbox = inbox;
    this.stream = stream;
    this.standing = standing;
    this.last = inbox.highest();
    this.checkpoint = standing.of(stream.name()).orElseGet(Checkpoint::empty);
    this.bookmark = InboxBookmark.of(checkpoint, inbox.identity(), last);
  }

  /** Forgets what the checkpoint before the run has passed: nobody will ask for it again. */
  void forgetConfirmed() {
    var confirmed = standing.before(stream.name()).orElseGet(Checkpoint::empty);
    var before = InboxBookmark.of(confirmed, inbox.identity(), last);
    if (before.number() > 0) {
      inbox.purge(stream.table(), before.number(), before.waiting());
    }
  }

  /** Where it stands. */
  InboxBookmark bookmark() {
    return bookmark;
  }

  /** The bookmark of its reads, if the checkpoint has one. */
  Optional<StreamBookmark> reads() {
    return StreamBookmark.read(checkpoint);
  }

  /** Changes what the next checkpoint says of its reads, if it says anything. */
  void keep(UnaryOperator<Replication> change) {
    reads()
        .map(known -> known.with(change.apply(known.replication())))
        .ifPresent(changed -> checkpoint = changed.toCheckpoint());
  }

  /** Says that all before this is sent. */
  void reached(InboxBookmark newer, long rows) {
    bookmark = newer;
    standing.checkpoint(stream.name(), newer.in(checkpoint), rows);
  }

  /** The events that wait since a run before. */
  List<StoredEvent> waiting() {
    var all = new ArrayList<StoredEvent>();
    if (!bookmark.waiting().isEmpty()) {
      var step = inbox.among(stream.table(), bookmark.waiting(), 0);
      while (!step.isEmpty()) {
        all.addAll(step);
        step = inbox.among(stream.table(), bookmark.waiting(), step.get(step.size() - 1).number());
      }
    }
    return all;
  }

  /** Hands on the events of some rows of a window once more, a slice at a time. */
  void again(EventWindow window, Set<Long> keys, Consumer<List<StoredEvent>> taker) {
    var slice = new Slice();
    waiting().stream().filter(each -> isOf(keys, each)).forEach(slice::add);
    if (window.end() > window.from().number()) {
      each(
          window.from().number(),
          stored -> {
            if (isOf(keys, stored)) {
              slice.add(stored);
              handOnIfFull(slice, taker);
            }
            return stored.number() < window.end();
          });
    }
    taker.accept(slice.events());
  }

  private static boolean isOf(Set<Long> keys, StoredEvent stored) {
    return keys.contains(stored.event().key());
  }

  private static void handOnIfFull(Slice slice, Consumer<List<StoredEvent>> taker) {
    if (slice.isFull()) {
      taker.accept(slice.events());
      slice.clear();
    }
  }

  /**
   * Hands on the events beyond a number, until one is not taken.
   *
   * @param taker says whether it takes more after an event
   * @throws SourceException when the run is being stopped: a million events may wait
   */
  void each(long number, Predicate<StoredEvent> taker) {
    var from = number;
    while (true) {
      throwIfStopped();
      var step = inbox.after(stream.table(), from);
      for (var event : step) {
        if (event.number() > last || !taker.test(event)) {
          return;
        }
        from = event.number();
      }
      if (step.isEmpty()) {
        return;
      }
    }
  }

  private static void throwIfStopped() {
    if (Thread.currentThread().isInterrupted()) {
      throw SourceException.stopped(new InterruptedException());
    }
  }
}
