package io.github.tapvirtuous.sync.inbox;

import io.github.tapvirtuous.event.Event.Kind;
import io.github.tapvirtuous.inbox.Inbox;
import io.github.tapvirtuous.inbox.StoredEvent;
import io.github.tapvirtuous.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** What is known of rows that is newer than events: these are superseded. */
final class Newer {
  /** So far the clocks of those who tell may be apart. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  /** As many keys as a question to the inbox may have. */
  private static final int MOST_KEYS = 500;

  private final Inbox inbox;
  private final Table table;
  private final Instant readSince;
  private final LongPredicate hasCome;
  private final Begin run;
  private final Map<Long, Instant> sent = new HashMap<>();

  /**
   * When a run began.
   *
   * @param number of the last event by then
   */
  record Begin(Instant at, long number) {
    /** Whether an event came so long before that the API must have known of it. */
    boolean isLongAfter(StoredEvent stored) {
      return stored.number() <= number && stored.event().at().isBefore(at.minus(MARGIN));
    }
  }

  /**
   * Nothing is sent yet.
   *
   * @param readSince when the last read began that brought all rows, or all changed ones; {@link
   *     Instant#MIN} if there was none
   * @param hasCome whether a read in this run has brought a row
   * @param run before it began
   */
  Newer(Inbox inbox, Table table, Instant readSince, LongPredicate hasCome, Begin run) {
    this.inbox = inbox;
    this.table = table;
    this.readSince = readSince;
    this.hasCome = hasCome;
    this.run = run;
  }

  /** Those of the events that tell something new. */
  List<StoredEvent> than(List<StoredEvent> events) {
    var known = confirmed(events.stream().map(each -> each.event().key()).distinct().toList());
    return events.stream().filter(each -> isNew(each, known)).toList();
  }

  private boolean isNew(StoredEvent stored, Map<Long, Instant> confirmed) {
    var event = stored.event();
    var isOld =
        isBefore(event.at(), confirmed.get(event.key()))
            || isBefore(event.at(), sent.get(event.key()));
    if (isOld) {
      return false;
    }
    return event.kind() == Kind.DELETE
        ? !hasCome.test(event.key()) || !run.isLongAfter(stored)
        : readSince.equals(Instant.MIN) || !event.at().isBefore(readSince.minus(MARGIN));
  }

  private static boolean isBefore(Instant time, @Nullable Instant newest) {
    return Optional.ofNullable(newest).filter(time::isBefore).isPresent();
  }

  private Map<Long, Instant> confirmed(List<Long> keys) {
    var times = new HashMap<Long, Instant>();
    for (int from = 0; from < keys.size(); from += MOST_KEYS) {
      var some = keys.subList(from, Math.min(keys.size(), from + MOST_KEYS));
      times.putAll(inbox.confirmed(table, some));
    }
    return times;
  }

  /** They are said: what is older must not follow. */
  void areSent(List<StoredEvent> events) {
    events.forEach(
        each ->
            sent.merge(
                each.event().key(),
                each.event().at(),
                (one, other) -> one.isAfter(other) ? one : other));
  }
}
