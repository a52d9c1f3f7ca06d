package io.github.tapvirtuous.inbox;

import io.github.tapvirtuous.inbox.database.Database;
import io.github.tapvirtuous.inbox.database.Query;
import io.github.tapvirtuous.inbox.database.Schema;
import io.github.tapvirtuous.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;

/** Takes events away, in transactions so short that a receiver hardly notices. */
final class Purge {
  private static final int MOST_EVENTS = 1000;

  private final Database database;
  private final String stream;

  Purge(Database database, Table table) {
    this.database = database;
    this.stream = "stream = '" + table.name() + "'";
  }

  /** Those that were sent: their times stay. */
  long sent(long upTo, Collection<Long> waiting) {
    var which =
        "%s and number <= %d and number not in %s".formatted(stream, upTo, Query.listed(waiting));
    return all(
        first(which),
        (connection, last) -> {
          var some = which + " and number <= " + last;
          Query.run(connection, confirm(some));
          return delete(connection, some);
        });
  }

  /** Those that are old. It ends where the next thousand are young: numbers ascend with time. */
  long old(Instant receivedBefore) {
    var isOld = "received_at < " + Micros.of(receivedBefore);
    return all(
        first(stream) + " where " + isOld,
        (connection, last) ->
            delete(connection, stream + " and " + isOld + " and number <= " + last));
  }

  private static String first(String which) {
    return ("select max(number) from (select number, received_at from %s where %s"
            + " order by number limit %d) as step")
        .formatted(Schema.EVENT, which, MOST_EVENTS);
  }

  /** What is done with the events up to a number, in one transaction. */
  @FunctionalInterface
  private interface Step {
    int upTo(Connection connection, long last) throws SQLException;
  }

  /**
   * Step by step until nothing is found.
   *
   * @param last a query for the number that ends a step
   */
  private long all(String last, Step step) {
    var gone = 0L;
    while (true) {
      var some = database.write(connection -> some(connection, last, step));
      if (some == 0) {
        return gone;
      }
      gone += some;
    }
  }

  private static int some(Connection connection, String last, Step step) throws SQLException {
    var number = Query.number(connection, last);
    return number == 0 ? 0 : step.upTo(connection, number);
  }

  private static String confirm(String which) {
    return """
        insert into %1$s (stream, row_key, changed_at)
        select stream, row_key, max(changed_at) from %2$s where %3$s group by stream, row_key
        on conflict (stream, row_key) do update set changed_at = excluded.changed_at
        where %1$s.changed_at < excluded.changed_at
        """
        .formatted(Schema.CONFIRMED, Schema.EVENT, which);
  }

  private static int delete(Connection connection, String which) throws SQLException {
    return Query.run(connection, "delete from " + Schema.EVENT + " where " + which);
  }
}
