package io.github.tapvirtuous.inbox;

import io.github.tapvirtuous.event.Event;
import io.github.tapvirtuous.inbox.Inbox.Stored;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;

/** What tests of an inbox have in common, whichever database it is in. */
public abstract class InboxFixture {
  protected static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
  protected static final Table GIFTS = TableMap.named("gifts").orElseThrow();
  protected static final Table CONTACTS = TableMap.named("contacts").orElseThrow();

  private final List<Inbox> opened = new ArrayList<>();

  /** The same place during a test, and another one in each. */
  protected abstract String location();

  /** A connection of somebody else. */
  protected abstract Connection connection() throws SQLException;

  @AfterEach
  void close() {
    opened.forEach(Inbox::close);
  }

  protected final Inbox open() {
    var inbox = Inboxes.open(location());
    opened.add(inbox);
    return inbox;
  }

  protected static Event event(long key, Event.Kind kind, Instant at, String id, String record) {
    return new Event(GIFTS, key, kind, at, Optional.of(id), 0, record);
  }

  protected static Event gift(long key, String id) {
    return event(key, Event.Kind.UPDATE, NOW, id, "{\"id\":" + key + "}");
  }

  static Event unnamed(String record, Instant at) {
    return new Event(GIFTS, 7, Event.Kind.UPDATE, at, Optional.empty(), 0, record);
  }

  protected static Stored store(Inbox inbox, Event... events) {
    return inbox.store(List.of(events), NOW).join();
  }

  static Stored storeAt(Inbox inbox, Instant receivedAt, Event event) {
    return inbox.store(List.of(event), receivedAt).join();
  }

  static void storeGifts(Inbox inbox, int count) {
    var events = LongStream.rangeClosed(1, count).mapToObj(key -> gift(key, "a" + key));
    inbox.store(events.toList(), NOW).join();
  }

  protected static List<StoredEvent> all(Inbox inbox, Table table) {
    var all = new ArrayList<StoredEvent>();
    var step = inbox.after(table, 0);
    while (!step.isEmpty()) {
      all.addAll(step);
      step = inbox.after(table, all.get(all.size() - 1).number());
    }
    return all;
  }

  protected static List<Long> numbers(Inbox inbox) {
    return all(inbox, GIFTS).stream().map(StoredEvent::number).toList();
  }

  static List<Long> keys(List<StoredEvent> events) {
    return events.stream().map(each -> each.event().key()).toList();
  }
}
