package io.github.tapvirtuous.sync.inbox;

import io.github.tapvirtuous.inbox.StoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * As many events of a stream as are read at a time, folded to one for each row; and which rows are
 * still to be settled, so that a checkpoint can be said at any time.
 */
final class EventWindow {
  private static final long MOST_EVENTS = 100_000;

  private final InboxBookmark from;
  private final List<Long> waiting;
  private final Map<Long, ToldKey> open = new LinkedHashMap<>();

  /** The numbers that have waited, by the key of their row. */
  private final Map<Long, List<Long>> waited = new HashMap<>();

  private long end;
  private long events;
  private int keys;

  /**
   * No event so far.
   *
   * @param carried numbers of events that have waited and do not come once more
   */
  EventWindow(InboxBookmark from, List<Long> carried) {
    this.from = from;
    this.end = from.number();
    this.waiting = new ArrayList<>(carried);
  }

  void add(StoredEvent stored) {
    var key = stored.event().key();
    var isNew = stored.number() > from.number();
    if (!isNew) {
      waited.computeIfAbsent(key, none -> new ArrayList<>()).add(stored.number());
    }
    open.computeIfAbsent(key, ToldKey::new).add(stored, isNew);
    end = Math.max(end, stored.number());
    events++;
    keys = open.size();
  }

  boolean isFull() {
    return events >= MOST_EVENTS;
  }

  boolean isEmpty() {
    return events == 0;
  }

  /** Where it begins. */
  InboxBookmark from() {
    return from;
  }

  /** The number of its last event. */
  long end() {
    return end;
  }

  long events() {
    return events;
  }

  /** How many events another one of the same row stands for. */
  long folded() {
    return events - keys;
  }

  /** The keys of rows that are still to be settled, in the order of their first events. */
  List<Long> open() {
    return List.copyOf(open.keySet());
  }

  /** What was told of a row, while it is to be settled. */
  Optional<ToldKey> told(long key) {
    return Optional.ofNullable(open.get(key));
  }

  boolean isSettled() {
    return open.isEmpty();
  }

  /** A row was said, or needs not be. */
  void settled(long key) {
    open.remove(key);
    waited.remove(key);
  }

  /** A row is to be asked for again in the next run; where too many are, nothing passes it. */
  void waits(long key) {
    var others = waited.entrySet().stream().filter(each -> each.getKey() != key);
    var taken = others.mapToInt(each -> each.getValue().size()).sum();
    if (waiting.size() + taken < InboxBookmark.MOST_WAITING) {
      told(key).ifPresent(each -> waiting.add(each.waitsBy()));
      settled(key);
    }
  }

  /** Where the next run goes on: before the first event that is not settled. */
  InboxBookmark reached() {
    var first = open.values().stream().mapToLong(ToldKey::first).min().orElse(ToldKey.NONE);
    var all = new ArrayList<>(waiting);
    waited.values().forEach(all::addAll);
    var number = Math.max(from.number(), Math.min(end, first - 1));
    return new InboxBookmark(
        from.id(), number, all.stream().distinct().filter(each -> each <= number).toList());
  }
}
