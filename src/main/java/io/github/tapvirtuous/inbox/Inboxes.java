package io.github.tapvirtuous.inbox;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.inbox.database.PostgresHome;
import io.github.tapvirtuous.inbox.database.SqliteHome;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Opens inboxes, wherever they are. */
public final class Inboxes {
  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final Pattern URL = Pattern.compile("(?:jdbc:|[a-zA-Z][a-zA-Z0-9+.-]+://).*");

  private Inboxes() {}

  /**
   * Makes one where there is none.
   *
   * @param location a file, or a {@code jdbc:postgresql:} URL
   */
  public static Inbox open(String location) {
    if (isUrl(location)) {
      return SqlInbox.at(PostgresHome.at(location), true);
    }
    var home = new SqliteHome(path(location));
    home.create();
    return SqlInbox.at(home, true);
  }

  /** Makes nothing: fails, as {@code MISSING}, where there is none. */
  public static Inbox openExisting(String location) {
    return SqlInbox.at(
        isUrl(location) ? PostgresHome.at(location) : new SqliteHome(path(location)), false);
  }

  /** Whether it is a server; such a URL may hold a password. */
  public static boolean isUrl(String location) {
    if (!location.startsWith(POSTGRESQL) && URL.matcher(location).matches()) {
      throw new ConfigException(
          "The inbox's URL begins with none of what is known.",
          "Begin it with jdbc:postgresql:, or name a file.");
    }
    return location.startsWith(POSTGRESQL);
  }

  private static Path path(String location) {
    try {
      return Path.of(location);
    } catch (InvalidPathException e) {
      throw new ConfigException("The inbox is no path of a file.", "Name another file.", e);
    }
  }
}
