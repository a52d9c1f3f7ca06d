package io.github.tapvirtuous.webhook.receiver;

import io.github.tapvirtuous.error.InboxException;
import io.github.tapvirtuous.error.InboxException.Kind;
import io.github.tapvirtuous.event.Event;
import io.github.tapvirtuous.inbox.Contents;
import io.github.tapvirtuous.inbox.Inbox;
import io.github.tapvirtuous.inbox.StoredEvent;
import io.github.tapvirtuous.table.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * An inbox whose server goes away, or does not say what came of a request, as long as it is told.
 */
final class FaultyInbox implements Inbox {
  private final Inbox real;
  private volatile Fault fault = Fault.NONE;

  enum Fault {
    NONE,
    AWAY,
    SILENT,
    TOO_LARGE
  }

  FaultyInbox(Inbox real) {
    this.real = real;
  }

  void is(Fault now) {
    fault = now;
  }

  @Override
  public String identity() {
    return real.identity();
  }

  @Override
  public CompletableFuture<Stored> store(List<Event> events, Instant receivedAt) {
    return switch (fault) {
      case NONE -> real.store(events, receivedAt);
      case AWAY ->
          CompletableFuture.failedFuture(
              new InboxException(Kind.AWAY, "The inbox cannot be reached.", "Start it."));
      case SILENT -> new CompletableFuture<>();
      case TOO_LARGE -> throw new OutOfMemoryError();
    };
  }

  @Override
  public List<StoredEvent> after(Table table, long number) {
    return real.after(table, number);
  }

  @Override
  public List<StoredEvent> among(Table table, Collection<Long> numbers, long after) {
    return real.among(table, numbers, after);
  }

  @Override
  public long highest() {
    return real.highest();
  }

  @Override
  public long purge(Table table, long upTo, Collection<Long> waiting) {
    return real.purge(table, upTo, waiting);
  }

  @Override
  public long forget(Collection<Table> selected, Instant receivedBefore) {
    return real.forget(selected, receivedBefore);
  }

  @Override
  public Map<Long, Instant> confirmed(Table table, Collection<Long> keys) {
    return real.confirmed(table, keys);
  }

  @Override
  public Contents contents() {
    return real.contents();
  }

  @Override
  public void close() {
    real.close();
  }
}
