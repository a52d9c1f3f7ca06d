package io.github.tapvirtuous.terminal;

import io.github.tapvirtuous.report.Figures;
import io.github.tapvirtuous.report.HourlyQuota;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.report.StreamStatus;
import io.github.tapvirtuous.terminal.Glyphs.Sign;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The lines of a display, none wider than the window: the last words go first, a stream's name
 * last.
 *
 * @param nameWidth of the longest name
 */
record Drawing(int width, int nameWidth, Glyphs glyphs) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final int SPACE_BESIDE_NAMES = 40;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  static Drawing of(Window window, Glyphs glyphs, List<String> names) {
    var longest = names.stream().mapToInt(String::length).max().orElse(0);
    return new Drawing(window.width(), longest, glyphs);
  }

  /** {@code tap-virtuous 0.2.0 · 18 tables · quota 4,612 of 5,000}. */
  String header(String version, int tables, HourlyQuota quota) {
    var parts = new ArrayList<>(List.of("tap-virtuous " + version));
    parts.add(Figures.count(tables, "table"));
    var limit = quota.limit().map(all -> " of " + Figures.grouped(all)).orElse("");
    quota.left().ifPresent(left -> parts.add("quota " + Figures.grouped(left) + limit));
    return fitting(parts, dotted(), width);
  }

  /** {@code ✓ contacts 20,000 rows 1.2 s verified}. */
  String ended(StreamStatus stream) {
    var rows = String.format(Locale.ROOT, "%,11d %s", stream.rows(), rows(stream.rows()));
    var parts = List.of(rows, Words.taken(stream.elapsed()), stream.outcome().word());
    return line(sign(stream.outcome()), stream.name(), parts);
  }

  private Sign sign(Outcome outcome) {
    if (outcome.isFailure()) {
      return glyphs.failed();
    }
    return outcome.isSuccess() ? glyphs.done() : glyphs.read();
  }

  private static String rows(long number) {
    return number == 1 ? "row " : "rows";
  }

  /** {@code ▸ gifts 61,250 of 100,000 61 % 812 rows/s 48 s left}. */
  String read(StreamStatus stream, OptionalLong perSecond) {
    var reached = Math.max(stream.reached(), stream.rows());
    var progress = new Progress(reached, stream.total(), perSecond);
    return line(glyphs.read(), stream.name(), progress.parts());
  }

  /** {@code ⏸ quota used up, going on at 00:33 (41 min); everything so far is written}. */
  String paused(Instant until, Instant now, ZoneId zone) {
    var minute = until.plus(MINUTE).minusNanos(1).truncatedTo(ChronoUnit.MINUTES);
    var left = Duration.between(now, until);
    var wait = left.compareTo(MINUTE) < 0 ? left.toSeconds() + " s" : left.toMinutes() + " min";
    var parts =
        List.of(
            "quota used up, going on at " + TIME.format(minute.atZone(zone)),
            " (" + wait + ")",
            "; everything so far is written");
    var room = width - glyphs.paused().width() - 1;
    return glyphs.paused().shown() + " " + fitting(parts, "", room);
  }

  /** {@code 13 tables waiting · 3 retries · quota 4,310 · 0:01:52}. */
  String footer(long waiting, long retries, Optional<Long> quota, Duration elapsed) {
    var parts = new ArrayList<String>();
    if (waiting > 0) {
      parts.add(Figures.count(waiting, "table") + " waiting");
    }
    if (retries > 0) {
      parts.add(retries == 1 ? "1 retry" : Figures.grouped(retries) + " retries");
    }
    quota.ifPresent(left -> parts.add("quota " + Figures.grouped(left)));
    parts.add(Words.clock(elapsed));
    return "  " + fitting(parts, dotted(), width - 2);
  }

  private String dotted() {
    return " " + glyphs.dot() + " ";
  }

  private String line(Sign sign, String name, List<String> parts) {
    var isWide = nameWidth + SPACE_BESIDE_NAMES <= width;
    var all = new ArrayList<>(List.of(isWide ? padded(name) : name));
    parts.stream().map(part -> isWide ? part : part.strip()).forEach(all::add);
    return sign.shown() + " " + fitting(all, "  ", width - sign.width() - 1);
  }

  private String padded(String name) {
    return name + " ".repeat(nameWidth - name.length());
  }

  /** Whole parts alone, as many as fit; only the first is cut. */
  private static String fitting(List<String> parts, String between, int room) {
    var line = new StringBuilder(parts.get(0));
    line.setLength(Math.min(line.length(), room));
    for (var part : parts.subList(1, parts.size())) {
      if (line.length() + between.length() + part.length() > room) {
        break;
      }
      line.append(between).append(part);
    }
    return line.toString();
  }
}
