package io.github.tapvirtuous.inbox.database;

import com.zaxxer.hikari.HikariConfig;
import io.github.tapvirtuous.error.InboxException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Where an inbox can live, and what is special there. All other SQL is the same for all. */
public sealed interface Home permits SqliteHome, PostgresHome {
  /** Fit for messages: names no user and no password. */
  String name();

  /**
   * What connects to it.
   *
   * @throws InboxException if what lies there cannot be one
   */
  DataSource source();

  void tune(HikariConfig pool);

  /** Makes the transaction that has just begun wait for all others that write. */
  void serialise(Connection connection) throws SQLException;

  /** A query for 1 where a schema was made, 0 where it was not. */
  String isMade();

  /** The type of a whole number of 64 bits that is a primary key. */
  String numberType();

  String bytesType();

  /** In words of ours: those of a driver quote values. */
  InboxException failure(SQLException thrown);
}
