package io.github.tapvirtuous.sync.inbox;

import io.github.tapvirtuous.event.Event.Kind;
import io.github.tapvirtuous.inbox.StoredEvent;
import java.time.Duration;
import java.time.Instant;

/**
 * What all events of one row come to: whether the latest says that it is gone. What it holds is
 * nobody's affair, as the API is asked for it.
 */
final class ToldKey {
  /** So long events may run ahead of the API. */
  private static final Duration YOUNG = Duration.ofMinutes(5);

  static final long NONE = Long.MAX_VALUE;

  private final long key;
  private long first = NONE;
  private Told created = Told.NEVER;
  private Told changed = Told.NEVER;
  private Told deleted = Told.NEVER;

  /** When something was told, and the number of the event. */
  private record Told(Instant at, long number) {
    static final Told NEVER = new Told(Instant.MIN, NONE);

    Told or(StoredEvent other) {
      var later = other.event().at();
      return later.isBefore(at) ? this : new Told(later, other.number());
    }
  }

  ToldKey(long key) {
    this.key = key;
  }

  /**
   * Takes in one event more.
   *
   * @param isNew whether no run has passed it before
   */
  void add(StoredEvent stored, boolean isNew) {
    if (isNew) {
      first = Math.min(first, stored.number());
    }
    if (stored.event().kind() == Kind.DELETE) {
      deleted = deleted.or(stored);
      return;
    }
    changed = changed.or(stored);
    if (stored.event().kind() == Kind.CREATE) {
      created = created.or(stored);
    }
  }

  long key() {
    return key;
  }

  /** The lowest number among events that no run has passed; {@link #NONE} if there is none. */
  long first() {
    return first;
  }

  /** Whether a delete is the latest: of two at one time it is the one that lasts. */
  boolean isDeleted() {
    return !deleted.equals(Told.NEVER) && !changed.at().isAfter(deleted.at());
  }

  Instant deletedAt() {
    return deleted.at();
  }

  /** Whether it may be there soon: it was created just now, and not deleted since. */
  boolean isYoungCreate(Instant now) {
    return isYoung(created, now) && deleted.at().isBefore(created.at());
  }

  /** Whether it may be gone soon. */
  boolean isYoungDelete(Instant now) {
    return isDeleted() && isYoung(deleted, now);
  }

  private static boolean isYoung(Told told, Instant now) {
    return told.at().isAfter(now.minus(YOUNG));
  }

  /** The event that stands for all of them while they wait. */
  long waitsBy() {
    return isDeleted() ? deleted.number() : created.number();
  }
}
