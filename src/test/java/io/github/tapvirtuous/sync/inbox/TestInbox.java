package io.github.tapvirtuous.sync.inbox;

import io.github.tapvirtuous.event.Event;
import io.github.tapvirtuous.event.Event.Kind;
import io.github.tapvirtuous.inbox.Inbox;
import io.github.tapvirtuous.inbox.Inboxes;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.output.Messages;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An inbox in a file, which a tap reads, and which is filled as a receiver would. */
final class TestInbox {
  private final Path file;
  private final Tap tap;

  private TestInbox(Path file, Tap tap) {
    this.file = file;
    this.tap = tap;
  }

  /** Of its own, and empty; the tap reads nothing but events of it. */
  static TestInbox only(Tap tap) {
    return of(tap, ",\"only\":true");
  }

  /** The tap reads its tables, and then the events. */
  static TestInbox beside(Tap tap) {
    return of(tap, "");
  }

  /**
   * With more settings.
   *
   * @param more members of {@code webhook}, a comma in front
   */
  static TestInbox of(Tap tap, String more) {
    var inbox = new TestInbox(tap.folder().resolve("inbox.db"), tap);
    inbox.with(Inbox::identity);
    inbox.set(more);
    return inbox;
  }

  /** Other settings beside the inbox. */
  void set(String more) {
    tap.set("webhook", "{\"inbox\":\"" + file + "\"" + more + "}");
  }

  <T> T with(Function<Inbox, T> use) {
    try (var inbox = Inboxes.open(file.toString())) {
      return use.apply(inbox);
    }
  }

  /** Something happened to a row just so long ago. */
  TestInbox told(String table, long key, Kind kind, Duration ago) {
    return told(table, key, kind, ago, "{\"id\":" + key + "}");
  }

  /** Long enough ago that nothing of it is still to come. */
  TestInbox told(String table, long key, Kind kind) {
    return told(table, key, kind, Duration.ofHours(1));
  }

  /** The same happened to each of these rows. */
  TestInbox told(String table, Collection<Long> keys, Kind kind) {
    var at = tap.clock().instant().minus(Duration.ofHours(1));
    return store(keys.stream().map(key -> event(table, key, kind, at, "{}")).toArray(Event[]::new));
  }

  TestInbox told(String table, long key, Kind kind, Duration ago, String record) {
    return store(event(table, key, kind, tap.clock().instant().minus(ago), record));
  }

  static Event event(String table, long key, Kind kind, Instant at, String record) {
    var owner = TableMap.named(table).orElseThrow();
    return new Event(owner, key, kind, at, Optional.empty(), 0, record);
  }

  TestInbox store(Event... events) {
    return with(
        inbox -> {
          inbox.store(List.of(events), tap.clock().instant()).join();
          return this;
        });
  }

  /** The keys of rows that a run says are gone, in their order. */
  static List<Long> deleted(Messages run, String stream) {
    return run.records(stream).stream()
        .filter(row -> row.has("_sdc_deleted_at"))
        .map(row -> row.path("id").asLong())
        .toList();
  }

  /** How many events it holds. */
  long depth() {
    return with(inbox -> inbox.contents().depth());
  }
}
