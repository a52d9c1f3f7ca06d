package io.github.tapvirtuous.inbox;

import io.github.tapvirtuous.event.Event;
import io.github.tapvirtuous.inbox.Inbox.Stored;
import io.github.tapvirtuous.inbox.database.Query;
import io.github.tapvirtuous.inbox.database.Schema;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Stores the events of many requests in one transaction. */
final class Insertion {
  private static final Duration SAME_DELIVERY = Duration.ofMinutes(10);

  /**
   * An event that has no name is there already if the newest of its key says the same, and at the
   * same time; or at none, which is that of its receipt.
   */
  private static final String SQL =
      """
      insert into %1$s (number, event_id, place, stream, row_key, kind, changed_at, received_at, record)
      select fresh.* from (
        select ? as number, ? as event_id, ? as place, ? as stream, ? as row_key, ? as kind,
          ? as changed_at, ? as received_at, ? as record) as fresh
      where fresh.event_id is not null or not exists (
        select 1 from %1$s as newest
        where newest.number = (
            select max(each.number) from %1$s as each
            where each.stream = fresh.stream and each.row_key = fresh.row_key)
          and newest.received_at >= fresh.received_at - %2$d
          and newest.kind = fresh.kind
          and newest.record = fresh.record
          and (newest.changed_at = fresh.changed_at
            or (newest.changed_at = newest.received_at
              and fresh.changed_at = fresh.received_at)))
      on conflict do nothing
      """
          .formatted(Schema.EVENT, Micros.of(SAME_DELIVERY));

  private final PreparedStatement insert;
  private long number;

  private Insertion(PreparedStatement insert, long highest) {
    this.insert = insert;
    this.number = highest;
  }

  /** What became of each request, in their order. */
  static List<Stored> of(Connection connection, List<StoreRequest> requests) throws SQLException {
    var highest = Query.number(connection, "select highest from " + Schema.INBOX);
    try (var insert = connection.prepareStatement(SQL)) {
      var insertion = new Insertion(insert, highest);
      var counts = insertion.run(requests);
      Query.run(connection, "update " + Schema.INBOX + " set highest = " + insertion.number);
      return outcomes(requests, counts);
    }
  }

  private int[] run(List<StoreRequest> requests) throws SQLException {
    for (var request : requests) {
      for (var event : request.events()) {
        add(event, request.receivedAt());
      }
    }
    return insert.executeBatch();
  }

  /** A duplicate leaves its number unused. */
  private void add(Event event, Instant receivedAt) throws SQLException {
    number++;
    insert.setLong(1, number);
    insert.setObject(2, EventId.kept(event.id()).orElse(null), Types.VARCHAR);
    insert.setInt(3, event.place());
    insert.setString(4, event.table().name());
    insert.setLong(5, event.key());
    insert.setString(6, event.kind().name());
    insert.setLong(7, Micros.of(event.at().isAfter(receivedAt) ? receivedAt : event.at()));
    insert.setLong(8, Micros.of(receivedAt));
    insert.setBytes(9, event.record().getBytes(StandardCharsets.UTF_8));
    insert.addBatch();
  }

  private static List<Stored> outcomes(List<StoreRequest> requests, int[] counts) {
    var outcomes = new ArrayList<Stored>();
    var from = 0;
    for (var request : requests) {
      var to = from + request.events().size();
      var stored = Arrays.stream(counts, from, to).sum();
      outcomes.add(new Stored(stored, to - from - stored));
      from = to;
    }
    return outcomes;
  }
}
