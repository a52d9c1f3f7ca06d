package io.github.tapvirtuous.inbox.database;

import com.zaxxer.hikari.HikariConfig;
import io.github.tapvirtuous.error.InboxException;
import io.github.tapvirtuous.error.InboxException.Kind;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/** A file of SQLite. */
public final class SqliteHome implements Home {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int READ_ONLY = 8;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int CANNOT_OPEN = 14;
  private static final int NO_DATABASE = 26;

  private final Path file;
  private final int mostPages;
  private volatile Optional<FileMark> opened = Optional.empty();

  /**
   * One that may become full.
   *
   * @param mostPages how large it may grow, in pages of 4 KB; 0 for no limit but the disk
   */
  public SqliteHome(Path file, int mostPages) {
    this.file = file;
    this.mostPages = mostPages;
  }

  public SqliteHome(Path file) {
    this(file, 0);
  }

  /** Empty, and for its owner alone from the first byte on; its companions get the same mode. */
  public void create() {
    try {
      Files.createFile(file, ownerOnly());
    } catch (FileAlreadyExistsException made) {
      // by an earlier run, or by another one just now
    } catch (NoSuchFileException folder) {
      throw missing("Its folder does not exist.", "Make the folder first.");
    } catch (IOException refused) {
      throw new InboxException(
          Kind.READ_ONLY,
          name() + " cannot be made.",
          "Let this user write to its folder, or name a file elsewhere.");
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  @Override
  public String name() {
    return "The inbox " + file;
  }

  @Override
  public DataSource source() {
    if (!Files.exists(file)) {
      throw missing("It does not exist.", "Check the path: webhook receive makes it.");
    }
    opened = Optional.of(FileMark.of(file));
    refuseForeign();
    var config = plain();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    if (mostPages > 0) {
      config.setPragma(SQLiteConfig.Pragma.MAX_PAGE_COUNT, String.valueOf(mostPages));
    }
    return sourceOf(config);
  }

  private InboxException missing(String what, String fix) {
    return new InboxException(Kind.MISSING, name() + ": " + what, fix);
  }

  /** Before anything is written: the settings of a connection change a file. */
  private void refuseForeign() {
    var tables = "select name from sqlite_master where type = 'table'";
    try (var connection = sourceOf(plain()).getConnection()) {
      var names = Query.list(connection, tables, row -> row.getString(1));
      if (!names.isEmpty() && !names.contains(Schema.INBOX)) {
        throw foreign();
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private SQLiteConfig plain() {
    var config = new SQLiteConfig();
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setBusyTimeout((int) PATIENCE.toMillis());
    return config;
  }

  private SQLiteDataSource sourceOf(SQLiteConfig config) {
    SqliteLibrary.load();
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath()); // else :memory: would be no file
    return source;
  }

  @Override
  public void tune(HikariConfig pool) {
    pool.setMaxLifetime(0); // a file does not grow old
  }

  /**
   * Each transaction begins as a writer, and waits for others there. But a connection would go on
   * to write to a file that was moved or deleted, where nobody reads.
   */
  @Override
  public void serialise(Connection connection) {
    if (!opened.equals(Optional.of(FileMark.of(file)))) {
      throw failed(
          Kind.AWAY,
          "is no longer the file that was opened.",
          "Put that one back, or start this program again.");
    }
  }

  @Override
  public String isMade() {
    return "select count(*) from sqlite_master where name = '" + Schema.INBOX + "'";
  }

  @Override
  public String numberType() {
    return "integer"; // else the key would be an index beside the table
  }

  @Override
  public String bytesType() {
    return "blob";
  }

  private InboxException foreign() {
    return new InboxException(
        Kind.FOREIGN, name() + " is a file of something else.", "Name another file.");
  }

  @Override
  public InboxException failure(SQLException thrown) {
    return switch (thrown.getErrorCode()) {
      case BUSY, LOCKED ->
          failed(Kind.BUSY, "is in use by another program.", "Find out which one holds it.");
      case READ_ONLY ->
          failed(
              Kind.READ_ONLY, "may not be written.", "Let this user write to it and its folder.");
      case CANNOT_OPEN ->
          failed(Kind.AWAY, "cannot be opened.", "Let this user write to it and its folder.");
      case FULL ->
          failed(
              Kind.FULL,
              "finds no room on its disk.",
              "Make room there: to purge takes some, too.");
      case NO_DATABASE -> foreign();
      case CORRUPT ->
          failed(Kind.FOREIGN, "is damaged.", "Move it away, and read all tables whole once.");
      default ->
          failed(
              Kind.FAILED,
              "cannot be used (SQLite's code " + thrown.getErrorCode() + ").",
              "Look at the disk that it is on.");
    };
  }

  private InboxException failed(Kind kind, String what, String fix) {
    return new InboxException(kind, name() + " " + what, fix);
  }
}
