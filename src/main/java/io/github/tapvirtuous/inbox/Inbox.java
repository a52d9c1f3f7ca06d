package io.github.tapvirtuous.inbox;

import io.github.tapvirtuous.event.Event;
import io.github.tapvirtuous.table.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Events on disk, each with a number of its own. Numbers ascend in the order of the commits and are
 * never used twice, so that a reader who remembers one has seen all below it. All methods throw an
 * {@link io.github.tapvirtuous.error.InboxException}, after which the next call may work: nothing
 * has to be opened again. Safe for use by many threads.
 */
public interface Inbox extends AutoCloseable {
  /** Random, made once: numbers of another inbox mean nothing here. */
  String identity();

  /**
   * Takes the events of one request, all or none.
   *
   * @param receivedAt the same that gave events their time which have none of their own
   * @return complete once they are durable, on the thread that writes: go on elsewhere. Fails at
   *     once, as {@code BUSY}, where too much waits already
   */
  CompletableFuture<Stored> store(List<Event> events, Instant receivedAt);

  /**
   * What became of the events of one request.
   *
   * @param duplicates those that were there before, and of those the first has stayed
   */
  record Stored(int stored, int duplicates) {}

  /** The next events of a table beyond a number, ascending; as many as memory bears, or none. */
  List<StoredEvent> after(Table table, long number);

  /** The same, of some numbers alone. */
  List<StoredEvent> among(Table table, Collection<Long> numbers, long after);

  /** The highest number that was ever given, 0 before the first. */
  long highest();

  /**
   * Forgets what an incoming state has confirmed as sent, and keeps its times.
   *
   * @param upTo a number, inclusive
   * @param waiting numbers that are not confirmed
   * @return how many events are gone
   */
  long purge(Table table, long upTo, Collection<Long> waiting);

  /**
   * Forgets old events that nobody asks for.
   *
   * @param selected tables whose events stay
   */
  long forget(Collection<Table> selected, Instant receivedBefore);

  /** By key, the time of the newest event that was confirmed as sent; no entry where none was. */
  Map<Long, Instant> confirmed(Table table, Collection<Long> keys);

  /** What it holds now. */
  Contents contents();

  /** Finishes what is in hand, and takes no more. */
  @Override
  void close();
}
