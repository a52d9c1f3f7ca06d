package io.github.tapvirtuous.inbox;

import io.github.tapvirtuous.event.Event;
import io.github.tapvirtuous.inbox.database.Query;
import io.github.tapvirtuous.inbox.database.Schema;
import io.github.tapvirtuous.table.Table;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads events in steps that memory bears, however large some of them are. */
final class Steps {
  private static final int MOST_EVENTS = 500;
  private static final long MOST_BYTES = 4L << 20;

  private final Connection connection;
  private final Table table;
  private final String which;

  /**
   * Of one table.
   *
   * @param which a further condition
   */
  Steps(Connection connection, Table table, String which) {
    this.connection = connection;
    this.table = table;
    this.which = "stream = '" + table.name() + "' and " + which;
  }

  /** What is purged in between is passed over: no events means that there are none beyond. */
  List<StoredEvent> after(long number) throws SQLException {
    var from = number;
    while (true) {
      var last = last(from);
      var step = between(from, last);
      if (last == from || !step.isEmpty()) {
        return step;
      }
      from = last;
    }
  }

  private long last(long from) throws SQLException {
    var sql =
        "select number, length(record) from %s where %s and number > %d order by number limit %d"
            .formatted(Schema.EVENT, which, from, MOST_EVENTS);
    var last = from;
    var bytes = 0L;
    for (var each :
        Query.list(connection, sql, row -> new long[] {row.getLong(1), row.getLong(2)})) {
      bytes += each[1];
      if (last > from && bytes > MOST_BYTES) {
        return last;
      }
      last = each[0];
    }
    return last;
  }

  private List<StoredEvent> between(long from, long last) throws SQLException {
    var sql =
        ("select number, event_id, place, row_key, kind, changed_at, received_at, record from %s"
                + " where %s and number > %d and number <= %d order by number")
            .formatted(Schema.EVENT, which, from, last);
    return last == from ? List.of() : Query.list(connection, sql, this::event);
  }

  private StoredEvent event(ResultSet row) throws SQLException {
    var event =
        new Event(
            table,
            row.getLong("row_key"),
            Event.Kind.valueOf(row.getString("kind")),
            Micros.instant(row.getLong("changed_at")),
            Optional.ofNullable(row.getString("event_id")),
            row.getInt("place"),
            new String(row.getBytes("record"), StandardCharsets.UTF_8));
    var receivedAt = Micros.instant(row.getLong("received_at"));
    return new StoredEvent(row.getLong("number"), receivedAt, event);
  }
}
