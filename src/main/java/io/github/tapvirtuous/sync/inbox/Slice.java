package io.github.tapvirtuous.sync.inbox;

import io.github.tapvirtuous.inbox.StoredEvent;
import java.util.ArrayList;
import java.util.List;

/** As many events at a time, with all that they hold, as memory bears. */
final class Slice {
  private static final long MOST_CHARACTERS = 8L << 20;
  private static final int MOST_EVENTS = 10_000;

  private final List<StoredEvent> events = new ArrayList<>();
  private long characters;

  void add(StoredEvent stored) {
    events.add(stored);
    characters += stored.event().record().length();
  }

  boolean isFull() {
    return characters >= MOST_CHARACTERS || events.size() >= MOST_EVENTS;
  }

  List<StoredEvent> events() {
    return List.copyOf(events);
  }

  void clear() {
    events.clear();
    characters = 0;
  }
}
