package io.github.tapvirtuous.cli.inbox;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.inbox.Inbox;
import io.github.tapvirtuous.inbox.StoredEvent;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The events of an inbox, one a line: those of a stream in the order of their numbers. */
public final class InboxExport {
  private static final String STDOUT = "-";

  private InboxExport() {}

  /** To a new file, or to standard output for {@code -}. */
  public static void write(Inbox inbox, String file, Consumer<String> out) {
    if (file.equals(STDOUT)) {
      write(inbox, out);
      return;
    }
    try {
      write(inbox, free(Path.of(file).toAbsolutePath()));
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new ConfigException(
          "The file of --export cannot be written.",
          "Name one in a folder that this user may write to, with room on its disk.",
          e);
    }
  }

  /** Never the inbox itself, nor what somebody else keeps. */
  private static Path free(Path file) {
    if (Files.exists(file)) {
      throw new ConfigException(
          "The file of --export exists already.", "Name a new one, or move that away.");
    }
    return file;
  }

  /** All or nothing, and for its owner alone from the first byte on. */
  private static void write(Inbox inbox, Path file) throws IOException {
    var part = Files.createTempFile(file.getParent(), "inbox", ".part");
    try {
      try (var lines = Files.newBufferedWriter(part)) {
        write(inbox, text -> append(lines, text));
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void append(Writer lines, String text) {
    try {
      lines.append(text);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static void write(Inbox inbox, Consumer<String> out) {
    for (var table : TableMap.all()) {
      if (!table.webhook().events().isEmpty()) {
        write(inbox, table, out);
      }
    }
  }

  private static void write(Inbox inbox, Table table, Consumer<String> out) {
    var events = inbox.after(table, 0);
    while (!events.isEmpty()) {
      out.accept(lines(events));
      events = inbox.after(table, events.get(events.size() - 1).number());
    }
  }

  private static String lines(List<StoredEvent> events) {
    return events.stream()
        .map(each -> each.event().toPayload() + "\n")
        .collect(Collectors.joining());
  }
}
