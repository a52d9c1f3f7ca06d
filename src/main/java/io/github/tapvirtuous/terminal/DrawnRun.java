package io.github.tapvirtuous.terminal;

import io.github.tapvirtuous.config.Version;
import io.github.tapvirtuous.report.HourlyQuota;
import io.github.tapvirtuous.report.RunReport;
import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.report.StreamStatus;
import io.github.tapvirtuous.report.StreamStatus.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/** One run as it is drawn: what has ended stays, the rest is drawn anew each time. */
final class DrawnRun {
  private static final OptionalLong NO_PACE = OptionalLong.empty();

  private final RunReport report;
  private final Supplier<HourlyQuota> quota;
  private final Clock clock;
  private final Window window;
  private final Glyphs glyphs;
  private final Screen screen;
  private final Instant began;
  private final Set<String> told = new HashSet<>();
  private final Map<String, Pace> paces = new HashMap<>();
  private boolean begun;
  private boolean left;

  DrawnRun(
      RunReport report,
      Supplier<HourlyQuota> quota,
      Clock clock,
      Window window,
      Glyphs glyphs,
      Screen screen) {
    this.report = report;
    this.quota = quota;
    this.clock = clock;
    this.window = window;
    this.glyphs = glyphs;
    this.screen = screen;
    this.began = clock.instant();
  }

  /** What is known is asked for before the screen is taken: whoever logs may be counting. */
  synchronized void draw() {
    if (!left) {
      screen.draw(whatChanges(tellWhatStays()));
    }
  }

  /** What has come to an end is told; what is drawn anew goes. */
  synchronized void leave() {
    left = true;
    screen.draw(List.of());
    tellWhatStays();
  }

  private List<StreamStatus> tellWhatStays() {
    var streams = report.streams().stream().map(StreamReport::status).toList();
    var drawing = drawing(streams);
    var lines = new ArrayList<String>();
    if (!begun && !streams.isEmpty()) {
      begun = true;
      lines.add(drawing.header(Version.current(), streams.size(), quota.get()));
    }
    streams.stream()
        .filter(each -> each.state() == State.ENDED && !each.outcome().isUntouched())
        .filter(each -> told.add(each.name()))
        .map(drawing::ended)
        .forEach(lines::add);
    if (!lines.isEmpty()) {
      screen.print(String.join("\n", lines) + "\n");
    }
    return streams;
  }

  private Drawing drawing(List<StreamStatus> streams) {
    return Drawing.of(window, glyphs, streams.stream().map(StreamStatus::name).toList());
  }

  private List<String> whatChanges(List<StreamStatus> streams) {
    var now = clock.instant();
    var drawing = drawing(streams);
    var pause = pause(streams, now);
    var lines = new ArrayList<String>();
    streams.stream()
        .filter(each -> each.state() == State.READ)
        .map(each -> drawing.read(each, pause.isPresent() ? NO_PACE : pace(each, now)))
        .forEach(lines::add);
    pause.ifPresent(until -> lines.add(drawing.paused(until, now, clock.getZone())));
    lines.add(footer(streams, drawing, now));
    return lines;
  }

  private static Optional<Instant> pause(List<StreamStatus> streams, Instant now) {
    return streams.stream()
        .flatMap(each -> each.waitsUntil().stream())
        .max(Comparator.naturalOrder())
        .filter(now::isBefore);
  }

  private String footer(List<StreamStatus> streams, Drawing drawing, Instant now) {
    var waiting = streams.stream().filter(each -> each.state() == State.WAITING).count();
    var retries = streams.stream().mapToLong(StreamStatus::retries).sum();
    return drawing.footer(waiting, retries, quota.get().left(), Duration.between(began, now));
  }

  private OptionalLong pace(StreamStatus stream, Instant now) {
    var pace =
        paces.computeIfAbsent(stream.name(), absent -> new Pace(now.minus(stream.elapsed())));
    pace.add(now, stream.rows());
    return pace.rowsPerSecond();
  }
}
