package io.github.tapvirtuous.inbox.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sqlite.SQLiteJDBCLoader;

/**
 * The native part of SQLite, which its driver unpacks into a file. One that is killed would leave
 * it behind, a megabyte each time.
 */
final class SqliteLibrary {
  private static final String FOLDER = "org.sqlite.tmpdir";
  private static final boolean IS_LOADED = isLoaded();

  private SqliteLibrary() {}

  /** Does nothing where it is. */
  static boolean load() {
    return IS_LOADED;
  }

  /** From a folder that can go at once: but for Windows, no system needs the name any more. */
  private static boolean isLoaded() {
    var usual = System.getProperty(FOLDER, System.getProperty("java.io.tmpdir"));
    try {
      var folder = Files.createTempDirectory(Path.of(usual), "tap-virtuous-sqlite");
      System.setProperty(FOLDER, folder.toString());
      var isLoaded = SQLiteJDBCLoader.initialize();
      for (var file : files(folder)) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
      return isLoaded;
    } catch (Exception e) {
      return false; // what is wrong is told when a connection is made
    } finally {
      System.setProperty(FOLDER, usual);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }
}
