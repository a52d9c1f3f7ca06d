package io.github.tapvirtuous.inbox;

import io.github.tapvirtuous.event.Event;
import io.github.tapvirtuous.inbox.Inbox.Stored;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Events of one request that wait to be stored.
 *
 * @param outcome what whoever asked waits for
 */
record StoreRequest(List<Event> events, Instant receivedAt, CompletableFuture<Stored> outcome) {
  StoreRequest {
    events = List.copyOf(events);
  }

  StoreRequest(List<Event> events, Instant receivedAt) {
    this(events, receivedAt, new CompletableFuture<>());
  }

  /** How many characters of records it holds. */
  long size() {
    return events.stream().mapToLong(event -> event.record().length()).sum();
  }
}
