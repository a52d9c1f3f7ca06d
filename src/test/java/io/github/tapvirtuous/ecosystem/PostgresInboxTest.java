package io.github.tapvirtuous.ecosystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.InboxException;
import io.github.tapvirtuous.error.InboxException.Kind;
import io.github.tapvirtuous.inbox.InboxContract;
import io.github.tapvirtuous.inbox.Inboxes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An inbox in the PostgreSQL that {@code src/test/sh/postgres.sh} has started. */
@Tag("slow")
final class PostgresInboxTest extends InboxContract {
  private static final String SERVER =
      "jdbc:postgresql://127.0.0.1:%s/postgres?user=tap&password=hunter22&currentSchema=%s";

  private final String schema = "inbox_" + UUID.randomUUID().toString().replace("-", "");

  @BeforeEach
  void createSchema() throws SQLException {
    run("create schema " + schema);
  }

  @Override
  protected String location() {
    return url(schema);
  }

  private static String url(String schema) {
    return SERVER.formatted(System.getenv("ECOSYSTEM_POSTGRES_PORT"), schema);
  }

  @Override
  protected Connection connection() throws SQLException {
    return DriverManager.getConnection(location());
  }

  private void run(String sql) throws SQLException {
    try (var connection = connection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  protected void hold(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute(
          "select pg_advisory_xact_lock(hashtext('tap_virtuous_inbox ' || current_schema()))");
    }
  }

  @Test
  void it_goes_on_once_the_server_is_back() throws SQLException {
    var inbox = open();
    store(inbox, gift(1, "a"));

    run(
        "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where application_name = 'tap-virtuous' and pid <> pg_backend_pid()");
    inbox.store(List.of(gift(2, "b")), NOW).exceptionally(lost -> null).join();
    store(inbox, gift(2, "b"));

    assertThat(numbers(inbox)).hasSize(2);
  }

  @Test
  void a_database_that_does_not_exist_is_named() {
    var url = location().replace("/postgres?", "/nowhere?");

    assertThatThrownBy(() -> Inboxes.open(url))
        .isInstanceOfSatisfying(
            InboxException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED))
        .hasMessageContaining("/nowhere does not exist.")
        .hasMessageNotContaining("hunter22");
  }

  @Test
  void a_server_that_takes_no_changes_says_so() {
    open().close();
    var url = location() + "&options=-c%20default_transaction_read_only=on";

    var inbox = Inboxes.open(url);

    assertThat(inbox.contents().depth()).isZero();
    assertThatThrownBy(() -> store(inbox, gift(1, "a")))
        .cause()
        .isInstanceOfSatisfying(
            InboxException.class, e -> assertThat(e.kind()).isEqualTo(Kind.READ_ONLY));
    inbox.close();
  }
}
