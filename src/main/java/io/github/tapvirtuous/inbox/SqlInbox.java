package io.github.tapvirtuous.inbox;

import io.github.tapvirtuous.event.Event;
import io.github.tapvirtuous.inbox.Contents.Part;
import io.github.tapvirtuous.inbox.database.Database;
import io.github.tapvirtuous.inbox.database.Home;
import io.github.tapvirtuous.inbox.database.Query;
import io.github.tapvirtuous.inbox.database.Schema;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** An inbox in a database, of whichever kind. */
final class SqlInbox implements Inbox {
  private static final String COUNTS =
      "select stream, kind, count(*), min(received_at) from %s group by stream, kind"
          .formatted(Schema.EVENT);

  private final Database database;
  private final Writer writer;
  private final String identity;

  private SqlInbox(Database database, String identity) {
    this.database = database;
    this.writer = new Writer(database);
    this.identity = identity;
  }

  /** Opens it, made and brought up to date. */
  static SqlInbox at(Home home, boolean mayCreate) {
    var database = Database.at(home);
    try {
      return new SqlInbox(database, Schema.prepare(database, mayCreate));
    } catch (RuntimeException unusable) {
      database.close();
      throw unusable;
    }
  }

  @Override
  public String identity() {
    return identity;
  }

  @Override
  public CompletableFuture<Stored> store(List<Event> events, Instant receivedAt) {
    var request = new StoreRequest(events, receivedAt);
    writer.add(request);
    return request.outcome();
  }

  @Override
  public List<StoredEvent> after(Table table, long number) {
    return database.read(connection -> new Steps(connection, table, "true").after(number));
  }

  @Override
  public List<StoredEvent> among(Table table, Collection<Long> numbers, long after) {
    var which = "number in " + Query.listed(numbers);
    return database.read(connection -> new Steps(connection, table, which).after(after));
  }

  @Override
  public long highest() {
    return database.read(
        connection -> Query.number(connection, "select highest from " + Schema.INBOX));
  }

  @Override
  public long purge(Table table, long upTo, Collection<Long> waiting) {
    return new Purge(database, table).sent(upTo, waiting);
  }

  @Override
  public long forget(Collection<Table> selected, Instant receivedBefore) {
    return TableMap.all().stream()
        .filter(table -> !table.webhook().events().isEmpty() && !selected.contains(table))
        .mapToLong(table -> new Purge(database, table).old(receivedBefore))
        .sum();
  }

  @Override
  public Map<Long, Instant> confirmed(Table table, Collection<Long> keys) {
    var sql =
        "select row_key, changed_at from %s where stream = '%s' and row_key in %s"
            .formatted(Schema.CONFIRMED, table.name(), Query.listed(keys));
    var times = new HashMap<Long, Instant>();
    database
        .read(
            connection ->
                Query.list(connection, sql, row -> new long[] {row.getLong(1), row.getLong(2)}))
        .forEach(row -> times.put(row[0], Micros.instant(row[1])));
    return times;
  }

  @Override
  public Contents contents() {
    return new Contents(
        database.read(
            connection ->
                Query.list(
                    connection,
                    COUNTS,
                    row ->
                        new Part(
                            row.getString(1),
                            Event.Kind.valueOf(row.getString(2)),
                            row.getLong(3),
                            Micros.instant(row.getLong(4))))));
  }

  @Override
  public void close() {
    writer.close();
    database.close();
  }
}
