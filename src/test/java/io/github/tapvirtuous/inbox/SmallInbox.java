package io.github.tapvirtuous.inbox;

import io.github.tapvirtuous.inbox.database.SqliteHome;
import java.nio.file.Path;

/** An inbox that finds no more room, as on a full disk. */
public final class SmallInbox {
  private SmallInbox() {}

  /**
   * Makes one.
   *
   * @param pages of 4 KB
   */
  public static Inbox open(Path file, int pages) {
    var home = new SqliteHome(file, pages);
    home.create();
    return SqlInbox.at(home, true);
  }
}
