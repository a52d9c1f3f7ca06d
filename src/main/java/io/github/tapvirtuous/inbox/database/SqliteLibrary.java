package io.github.tapvirtuous.inbox.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * The native part of SQLite, which its driver unpacks into a file, unless an installation has it
 * unpacked already. One that is killed would leave it behind, a megabyte each time.
 */
final class SqliteLibrary {
  private static final String FOLDER = "org.sqlite.tmpdir";
  private static final String UNPACKED = "org.sqlite.lib.path";
  private static final boolean IS_LOADED = isLoaded();

  private SqliteLibrary() {}

  /** Does nothing where it is. */
  static boolean load() {
    return IS_LOADED;
  }

  private static boolean isLoaded() {
    try {
      return isUnpacked() ? SQLiteJDBCLoader.initialize() : isUnpackedAndLoaded();
    } catch (Exception e) {
      return false; // what is wrong is told when a connection is made
    }
  }

  private static boolean isUnpacked() {
    var folder = System.getProperty(UNPACKED);
    return folder != null && Files.exists(Path.of(folder, LibraryLoaderUtil.getNativeLibName()));
  }

  /** From a folder that can go at once: but for Windows, no system needs the name any more. */
  private static boolean isUnpackedAndLoaded() throws Exception {
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
