package io.github.tapvirtuous.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.InboxException;
import io.github.tapvirtuous.error.InboxException.Kind;
import io.github.tapvirtuous.event.Event;
import io.github.tapvirtuous.inbox.database.SqliteHome;
import io.github.tapvirtuous.testing.TestFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteInboxTest extends InboxContract {
  @RegisterExtension private final TestFolder folder = new TestFolder();

  @Override
  protected String location() {
    return file().toString();
  }

  private Path file() {
    return folder.path().resolve("in box.db");
  }

  @Override
  protected Connection connection() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + location());
  }

  @Override
  protected void hold(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.executeUpdate("update tap_virtuous_inbox set version = version");
    }
  }

  @Test
  void nobody_else_may_read_its_files() throws IOException {
    store(open(), gift(1, "a"));

    try (var files = Files.list(folder.path())) {
      assertThat(files)
          .hasSizeGreaterThan(1)
          .allSatisfy(
              each ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void a_commit_outlives_a_loss_of_power() throws SQLException {
    open();

    try (var connection = connection();
        var statement = connection.createStatement();
        var mode = statement.executeQuery("pragma journal_mode")) {
      assertThat(mode.next()).isTrue();
      assertThat(mode.getString(1)).isEqualTo("wal");
    }
  }

  @Test
  void events_are_not_kept_where_nobody_would_find_them() throws IOException {
    var inbox = open();
    store(inbox, gift(1, "a"));
    Files.move(file(), folder.path().resolve("away.db"));

    assertThatThrownBy(() -> store(inbox, gift(2, "b")))
        .hasCauseInstanceOf(InboxException.class)
        .hasMessageContaining("is no longer the file that was opened.");

    Files.createFile(file());
    assertThatThrownBy(() -> store(inbox, gift(2, "b"))).hasCauseInstanceOf(InboxException.class);
  }

  @Test
  void a_file_that_was_away_takes_events_again() throws IOException {
    var inbox = open();
    store(inbox, gift(1, "a"));
    var away = folder.path().resolve("away.db");
    Files.move(file(), away);
    assertThatThrownBy(() -> store(inbox, gift(2, "b"))).hasCauseInstanceOf(InboxException.class);

    Files.move(away, file());

    assertThat(store(inbox, gift(2, "b")).stored()).isEqualTo(1);
    assertThat(numbers(inbox)).containsExactly(1L, 2L);
  }

  @Test
  void a_file_of_something_else_is_left_as_it_is() throws IOException {
    var text = "id,name\n7001,Jane Roe\n".repeat(100);
    Files.writeString(file(), text);

    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(InboxException.class, SqliteInboxTest::isForeign)
        .hasMessageContaining("is a file of something else. Name another file.");
    assertThat(file()).hasContent(text);
  }

  @Test
  void a_database_of_something_else_is_left_as_it_is() throws SQLException, IOException {
    try (var connection = connection();
        var statement = connection.createStatement()) {
      statement.executeUpdate("create table donors (name text)");
    }
    var before = Files.readAllBytes(file());

    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(InboxException.class, SqliteInboxTest::isForeign);
    assertThat(file()).hasBinaryContent(before);
  }

  private static void isForeign(InboxException e) {
    assertThat(e.kind()).isEqualTo(Kind.FOREIGN);
    assertThat(e.exitCode()).isEqualTo(2);
  }

  @Test
  void a_folder_that_is_missing_is_named() {
    assertThatThrownBy(() -> Inboxes.open(folder.path().resolve("no/inbox.db").toString()))
        .isInstanceOf(InboxException.class)
        .hasMessageContaining("Its folder does not exist.");
  }

  @Test
  void a_folder_is_no_inbox() {
    assertThatThrownBy(() -> Inboxes.open(folder.path().toString()))
        .isInstanceOf(InboxException.class)
        .hasMessageContaining(folder.path().toString());
  }

  @Test
  void a_full_disk_refuses_events_until_there_is_room_again() {
    Inboxes.open(location()).close();
    try (var inbox = SqlInbox.at(new SqliteHome(file(), 60), false)) {
      var large = "{\"name\":\"Jane Roe " + "x".repeat(20_000) + "\"}";
      var kept = 0;
      while (isStored(inbox, kept, large)) {
        kept++;
      }

      assertThat(kept).isPositive();
      assertThat(inbox.contents().depth()).isEqualTo(kept);
      inbox.purge(GIFTS, inbox.highest(), List.of());
      assertThat(isStored(inbox, 999, large)).isTrue();
    }
  }

  private static boolean isStored(Inbox inbox, int key, String record) {
    try {
      return store(inbox, event(key, Event.Kind.UPDATE, NOW, "a" + key, record)).stored() == 1;
    } catch (CompletionException refused) {
      assertThat(refused.getCause())
          .isInstanceOfSatisfying(
              InboxException.class, e -> assertThat(e.kind()).isEqualTo(Kind.FULL))
          .hasMessageContaining("finds no room on its disk.")
          .hasMessageNotContaining("Jane");
      return false;
    }
  }
}
