package io.github.tapvirtuous.cli;

import io.github.tapvirtuous.error.ForeignText;
import io.github.tapvirtuous.sync.StreamProgress;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How far the runs behind a state came, as a table for people. */
final class StateTable {
  private static final List<String> HEAD =
      List.of("stream", "status", "rows", "last key", "begun", "last moved", "last complete");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm z", Locale.ENGLISH);

  private final DateTimeFormatter time;

  private StateTable(ZoneId zone) {
    this.time = TIME.withZone(zone);
  }

  /**
   * Nothing in it can steer a terminal, and of what is not of this tap it shows the name alone.
   *
   * @param zone the user's
   */
  static String of(Map<String, Optional<StreamProgress>> streams, ZoneId zone) {
    if (streams.isEmpty()) {
      return "The state has no bookmarks: a run that is given it starts afresh.\n";
    }
    var table = new StateTable(zone);
    var rows = new ArrayList<>(List.of(HEAD));
    streams.forEach((name, progress) -> rows.add(table.row(ForeignText.name(name), progress)));
    return aligned(rows);
  }

  private List<String> row(String stream, Optional<StreamProgress> progress) {
    return progress
        .map(
            known ->
                List.of(
                    stream,
                    known.status().name().toLowerCase(Locale.ROOT),
                    rows(known),
                    text(known.lastKey(), "%d"),
                    text(known.startedAt()),
                    text(known.reachedAt()),
                    known.completedAt().map(this::text).orElse("never")))
        .orElseGet(() -> List.of(stream, "not of this tap"));
  }

  private static String rows(StreamProgress progress) {
    return text(progress.rows(), "%,d") + text(progress.total(), " of %,d");
  }

  private static String text(OptionalLong number, String format) {
    return number.isPresent() ? String.format(Locale.ROOT, format, number.getAsLong()) : "";
  }

  private String text(Instant instant) {
    return time.format(instant);
  }

  private static String aligned(List<List<String>> rows) {
    var widths = IntStream.range(0, HEAD.size()).map(column -> width(rows, column)).toArray();
    return rows.stream()
        .map(
            row ->
                IntStream.range(0, row.size())
                    .mapToObj(column -> padded(row.get(column), widths[column]))
                    .collect(Collectors.joining("  "))
                    .stripTrailing())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream()
        .filter(row -> column < row.size())
        .mapToInt(row -> row.get(column).length())
        .max()
        .orElse(0);
  }

  private static String padded(String cell, int width) {
    return cell + " ".repeat(width - cell.length());
  }
}
