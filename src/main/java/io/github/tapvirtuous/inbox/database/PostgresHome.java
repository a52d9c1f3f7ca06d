package io.github.tapvirtuous.inbox.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.util.DriverDataSource;
import io.github.tapvirtuous.error.InboxException;
import io.github.tapvirtuous.error.InboxException.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A schema of a PostgreSQL server, which several receivers may share. */
public final class PostgresHome implements Home {
  private static final String DRIVER = "org.postgresql.Driver";

  /** Is kept, so that its level is: what the driver says of an URL may quote it. */
  private static final Logger DRIVERS_LOG = Logger.getLogger("org.postgresql");

  /** In words of the driver, times in seconds. What an URL says wins. */
  private static final Map<String, String> USUAL =
      Map.of(
          "connectTimeout", "3",
          "loginTimeout", "3",
          "socketTimeout", "30",
          "tcpKeepAlive", "true",
          "ApplicationName", "tap-virtuous",
          "logServerErrorDetail", "false"); // it quotes values

  private static final String SETTINGS =
      "set lock_timeout = '5s'; set idle_in_transaction_session_timeout = '10s';"
          + " set synchronous_commit = on";

  /** One lock for each schema: its inbox is none of another's business. */
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtext('" + Schema.INBOX + " ' || current_schema()))";

  private final String name;
  private final DataSource server;

  private PostgresHome(String name, DataSource server) {
    this.name = name;
    this.server = server;
  }

  public static PostgresHome at(String url) {
    DRIVERS_LOG.setLevel(Level.OFF);
    var place = url.split("[?]", 2)[0];
    if (place.contains("@")) {
      throw unclear(); // the driver would look for a host of that name, and quote it
    }
    try {
      var usual = new Properties();
      usual.putAll(USUAL);
      var server = new DriverDataSource(url, DRIVER, usual, null, null);
      return new PostgresHome("The inbox " + place, server);
    } catch (RuntimeException quotesTheUrl) {
      throw unclear();
    }
  }

  private static InboxException unclear() {
    return new InboxException(
        Kind.REFUSED,
        "The inbox's URL is not understood.",
        "Write jdbc:postgresql://HOST:PORT/DATABASE?user=NAME&password=WORD, and escape what is no"
            + " letter or digit in them as URLs do.");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public DataSource source() {
    return server;
  }

  @Override
  public void tune(HikariConfig pool) {
    pool.setConnectionInitSql(SETTINGS);
  }

  @Override
  public void serialise(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(LOCK);
    }
  }

  @Override
  public String isMade() {
    return "select count(*) from pg_class where oid = to_regclass('" + Schema.INBOX + "')";
  }

  @Override
  public String numberType() {
    return "bigint";
  }

  @Override
  public String bytesType() {
    return "bytea";
  }

  @Override
  public InboxException failure(SQLException thrown) {
    var state = Optional.ofNullable(thrown.getSQLState()).orElse("none");
    return switch (state) {
      case "28P01", "28000" ->
          failed(Kind.REFUSED, "refuses this user or password.", "Check both in its URL.");
      case "3D000" -> failed(Kind.REFUSED, "does not exist.", "Create it, or check the URL.");
      case "3F000" -> failed(Kind.REFUSED, "has no such schema.", "Create it, or check the URL.");
      case "42501" ->
          failed(
              Kind.REFUSED,
              "does not let this user in here.",
              "Grant the right to connect, and to create tables in its schema.");
      case "25006" -> failed(Kind.READ_ONLY, "takes no changes.", "Name the primary server.");
      case "53100" -> failed(Kind.FULL, "finds no room on its disk.", "Make room there.");
      case "55P03" ->
          failed(
              Kind.BUSY,
              "is held by another receiver.",
              "Find out which connection holds its lock.");
      default -> otherwise(state);
    };
  }

  /** By class: of the connection, of resources, of an operator who stops it. */
  private InboxException otherwise(String state) {
    return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P")
        ? failed(
            Kind.AWAY, "cannot be reached (" + state + ").", "See that it runs, and try again.")
        : failed(Kind.FAILED, "failed (SQLSTATE " + state + ").", "Look into the server's log.");
  }

  private InboxException failed(Kind kind, String what, String fix) {
    return new InboxException(kind, name() + " " + what, fix);
  }
}
