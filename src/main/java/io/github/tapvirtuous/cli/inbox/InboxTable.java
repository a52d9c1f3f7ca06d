package io.github.tapvirtuous.cli.inbox;

import io.github.tapvirtuous.event.Event.Kind;
import io.github.tapvirtuous.inbox.Contents;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an inbox holds, as a table for people. */
public final class InboxTable {
  private InboxTable() {}

  public static String of(Contents contents) {
    return contents
        .oldest()
        .map(oldest -> head(contents.depth(), oldest) + table(contents))
        .orElse("No event waits.\n");
  }

  private static String head(long depth, Instant oldest) {
    return String.format(
        Locale.ROOT,
        "Events that wait: %,d. The oldest came at %s.\n\n%-24s %12s %12s %12s\n",
        depth,
        oldest.truncatedTo(ChronoUnit.SECONDS),
        "stream",
        "create",
        "update",
        "delete");
  }

  private static String table(Contents contents) {
    return contents.parts().stream()
        .map(Contents.Part::stream)
        .distinct()
        .map(stream -> row(contents, stream))
        .collect(Collectors.joining());
  }

  private static String row(Contents contents, String stream) {
    return String.format(
        Locale.ROOT,
        "%-24s %,12d %,12d %,12d\n",
        stream,
        count(contents, stream, Kind.CREATE),
        count(contents, stream, Kind.UPDATE),
        count(contents, stream, Kind.DELETE));
  }

  private static long count(Contents contents, String stream, Kind kind) {
    return contents.parts().stream()
        .filter(part -> part.stream().equals(stream) && part.kind() == kind)
        .mapToLong(Contents.Part::count)
        .sum();
  }
}
