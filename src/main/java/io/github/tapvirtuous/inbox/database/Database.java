package io.github.tapvirtuous.inbox.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** A home with a few kept connections to it. */
public final class Database implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int CONNECTIONS = 4;

  private final Home home;
  private final HikariDataSource pool;

  /** What is done with a connection. */
  @FunctionalInterface
  public interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private Database(Home home, HikariDataSource pool) {
    this.home = home;
    this.pool = pool;
  }

  public static Database at(Home home) {
    var source = home.source();
    tryOnce(home, source);
    var config = new HikariConfig();
    config.setDataSource(source);
    config.setPoolName("inbox");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setInitializationFailTimeout(-1);
    home.tune(config);
    return new Database(home, new HikariDataSource(config));
  }

  /** The pool would try a wrong password until its patience ends. */
  private static void tryOnce(Home home, DataSource source) {
    try (var connection = source.getConnection()) {
      connection.isReadOnly();
    } catch (SQLException e) {
      throw home.failure(e);
    }
  }

  public Home home() {
    return home;
  }

  /** Each statement sees what is committed then. */
  public <T> T read(Work<T> work) {
    try (var connection = pool.getConnection()) {
      return work.with(connection);
    } catch (SQLException e) {
      throw home.failure(cause(e));
    }
  }

  /** In one transaction, behind all others that write. Durable when it returns. */
  public <T> T write(Work<T> work) {
    try (var connection = pool.getConnection()) {
      return committed(connection, work);
    } catch (SQLException e) {
      throw home.failure(cause(e));
    }
  }

  /** A connection that failed is not used again: it may be in whatever state. */
  private <T> T committed(Connection connection, Work<T> work) throws SQLException {
    var isDone = false;
    try {
      connection.setAutoCommit(false);
      home.serialise(connection);
      var result = work.with(connection);
      connection.commit();
      isDone = true;
      return result;
    } finally {
      if (!isDone) {
        pool.evictConnection(connection);
      }
    }
  }

  /** The pool wraps what the driver said when it gives up. */
  private static SQLException cause(SQLException thrown) {
    return thrown.getCause() instanceof SQLException driver ? cause(driver) : thrown;
  }

  @Override
  public void close() {
    pool.close();
  }
}
