package io.github.tapvirtuous.cli;

import io.github.tapvirtuous.error.ForeignText;
import io.github.tapvirtuous.sync.StreamProgress;
import io.github.tapvirtuous.sync.StreamProgress.Events;
import io.github.tapvirtuous.sync.StreamProgress.Reads;
import io.github.tapvirtuous.sync.StreamProgress.Status;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How far the runs behind a state came, as a table for people. */
final class StateTable {
  private static final List<String> HEAD =
      List.of("stream", "status", "rows", "read", "last moved", "bookmark", "last whole read");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm z", Locale.ENGLISH);

  private final ZoneId zone;

  private StateTable(ZoneId zone) {
    this.zone = zone;
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
    var rows = new ArrayList<>(List.of(head(streams.values())));
    streams.forEach((name, progress) -> rows.add(table.row(ForeignText.name(name), progress)));
    return aligned(rows);
  }

  /** Few know events. */
  private static List<String> head(Collection<Optional<StreamProgress>> streams) {
    var haveEvents =
        streams.stream().flatMap(Optional::stream).anyMatch(each -> each.events().isPresent());
    return haveEvents ? Stream.concat(HEAD.stream(), Stream.of("events")).toList() : HEAD;
  }

  private List<String> row(String stream, Optional<StreamProgress> progress) {
    return progress
        .map(
            known ->
                List.of(
                    stream,
                    known.status().name().toLowerCase(Locale.ROOT),
                    rows(known),
                    known.status() == Status.EVENTS ? "" : read(known.reads()),
                    known.reachedAt().map(time -> TIME.format(time.atZone(zone))).orElse(""),
                    known.reads().bookmark().map(this::day).orElse(""),
                    known.status() == Status.EVENTS ? "" : whole(known.reads()),
                    known.events().map(StateTable::events).orElse("")))
        .orElseGet(() -> List.of(stream, "not of this tap"));
  }

  private static String events(Events events) {
    var waiting = events.waiting() > 0 ? ", " + events.waiting() + " waiting" : "";
    return "to " + events.number() + waiting;
  }

  private static String read(Reads reads) {
    var which = reads.since().map(day -> "since " + day);
    return which.orElse(
        reads.fromKey().isPresent() ? number(reads.fromKey(), "from key %d") : "whole");
  }

  /** How many there are is worth saying only where they have not all come. */
  private static String rows(StreamProgress progress) {
    var isAll = progress.rows().equals(progress.total());
    return number(progress.rows(), "%,d") + (isAll ? "" : number(progress.total(), " of %,d"));
  }

  private static String number(OptionalLong number, String format) {
    return number.isPresent() ? String.format(Locale.ROOT, format, number.getAsLong()) : "";
  }

  private String whole(Reads reads) {
    var isWorthSaying = reads.undated() > 0 && reads.bookmark().isPresent();
    var undated = isWorthSaying ? number(OptionalLong.of(reads.undated()), ", %,d undated") : "";
    return reads.wholeAt().map(this::day).orElse("never") + undated;
  }

  private String day(Instant instant) {
    return instant.atZone(zone).toLocalDate().toString();
  }

  private static String aligned(List<List<String>> rows) {
    var widths =
        IntStream.range(0, rows.get(0).size()).map(column -> width(rows, column)).toArray();
    return rows.stream()
        .map(
            row ->
                IntStream.range(0, Math.min(row.size(), widths.length))
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
