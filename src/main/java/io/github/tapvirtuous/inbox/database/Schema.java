package io.github.tapvirtuous.inbox.database;

import io.github.tapvirtuous.error.InboxException;
import io.github.tapvirtuous.error.InboxException.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The tables of an inbox: made, and brought up to date. */
public final class Schema {
  public static final String INBOX = "tap_virtuous_inbox";
  public static final String EVENT = INBOX + "_event";
  public static final String CONFIRMED = INBOX + "_confirmed";

  /** Each brings the version before it up to its own. What has been released is never changed. */
  private static final List<List<String>> STEPS =
      List.of(
          List.of(
              "create table " + INBOX + " (version int, identity text, highest bigint)",
              "insert into " + INBOX + " values (0, '%3$s', 0)",
              "create table "
                  + EVENT
                  + " (number %1$s primary key, event_id text, place int not null,"
                  + " stream text not null, row_key bigint not null, kind text not null,"
                  + " changed_at bigint not null, received_at bigint not null, record %2$s not null)",
              index(
                  "delivery",
                  "unique ",
                  "(event_id, place, stream, row_key, kind) where event_id is not null"),
              index("reading", "", "(stream, number)"),
              index("newest", "", "(stream, row_key, number)"),
              index("counts", "", "(stream, kind, received_at)"),
              "create table "
                  + CONFIRMED
                  + " (stream text not null, row_key bigint not null, changed_at bigint not null,"
                  + " primary key (stream, row_key))"));

  private Schema() {}

  private static String index(String name, String unique, String columns) {
    return "create %sindex %s_%s on %s %s".formatted(unique, EVENT, name, EVENT, columns);
  }

  /**
   * The identity of what is there then.
   *
   * @param mayCreate whether one is made where there is none
   */
  public static String prepare(Database database, boolean mayCreate) {
    if (database.read(connection -> version(connection, database.home(), mayCreate))
        < STEPS.size()) {
      database.write(connection -> migrated(connection, database.home(), mayCreate));
    }
    return database.read(connection -> Query.text(connection, "select identity from " + INBOX));
  }

  private static int version(Connection connection, Home home, boolean mayCreate)
      throws SQLException {
    var isMade = Query.number(connection, home.isMade()) > 0;
    if (!isMade && !mayCreate) {
      throw new InboxException(
          Kind.MISSING,
          home.name() + " has no inbox yet.",
          "Check where it is: webhook receive makes it.");
    }
    var version =
        isMade ? Math.toIntExact(Query.number(connection, "select version from " + INBOX)) : 0;
    if (version > STEPS.size()) {
      throw new InboxException(
          Kind.NEWER,
          home.name() + " was made by a newer tap-virtuous (version " + version + ").",
          "Use that one.");
    }
    return version;
  }

  /** Asks again: another receiver may just have done it. */
  private static int migrated(Connection connection, Home home, boolean mayCreate)
      throws SQLException {
    var before = version(connection, home, mayCreate);
    for (var step : STEPS.subList(before, STEPS.size())) {
      for (var command : step) {
        Query.run(connection, worded(command, home));
      }
    }
    return Query.run(connection, "update " + INBOX + " set version = " + STEPS.size());
  }

  private static String worded(String command, Home home) {
    return command.formatted(home.numberType(), home.bytesType(), UUID.randomUUID());
  }
}
