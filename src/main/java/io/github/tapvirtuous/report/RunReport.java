package io.github.tapvirtuous.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** What happened in a whole run: the last lines of the log. */
public final class RunReport {
  private static final Logger LOG = LoggerFactory.getLogger(RunReport.class);

  private final Clock clock;
  private final Meter.Maker meters;
  private final Instant startedAt;
  private final Map<String, StreamReport> streams = new LinkedHashMap<>();

  /**
   * Starts its time.
   *
   * @param meters listen to what is counted
   */
  public RunReport(Clock clock, Meter.Maker meters) {
    this.clock = clock;
    this.meters = meters;
    this.startedAt = clock.instant();
  }

  /**
   * The report of one stream: a new one the first time, then the same.
   *
   * @param endpoint the path that the stream is read from
   */
  public synchronized StreamReport stream(String name, String endpoint) {
    return streams.computeIfAbsent(
        name, absent -> new StreamReport(name, meters.of(name, endpoint), clock));
  }

  /** In the order in which they were asked for. */
  public synchronized List<StreamReport> streams() {
    return List.copyOf(streams.values());
  }

  /** Whether anything was written at all. */
  public boolean hasRows() {
    return streams().stream().anyMatch(stream -> stream.rows() > 0);
  }

  /** Whether anything was read at all, be it an empty page. */
  public boolean hasPages() {
    return streams().stream().anyMatch(StreamReport::hasPages);
  }

  /**
   * Tells the whole of it.
   *
   * @param detail of the lines of single streams
   * @param quotaLeft requests that are left of the hour, as far as is known
   * @param howToGoOn what those do whose run was stopped; {@code ""} if there is nothing to say
   */
  public void log(Level detail, Optional<Long> quotaLeft, String howToGoOn) {
    lines().forEach(line -> LOG.atLevel(detail).log("{}", line));
    var summary = new RunSummary(summaries(), Duration.between(startedAt, clock.instant()));
    LOG.atLevel(summary.isStopped() ? Level.WARN : Level.INFO)
        .log("{}", summary.text(quotaLeft, howToGoOn));
  }

  private List<StreamSummary> summaries() {
    return streams().stream().map(StreamReport::summary).toList();
  }

  /** One line a stream, and one for those that were not touched. */
  public List<String> lines() {
    var lines = new ArrayList<String>();
    var untouched = new ArrayList<StreamSummary>();
    for (var each : summaries()) {
      if (each.outcome().isUntouched()) {
        untouched.add(each);
      } else {
        lines.add(new StreamWords(each).line());
      }
    }
    lines.addAll(untouched(untouched));
    return lines;
  }

  /** {@code 2 not begun: contacts, projects}. */
  private static List<String> untouched(List<StreamSummary> streams) {
    var names = new LinkedHashMap<String, List<String>>();
    for (var each : streams) {
      var ending = new StreamWords(each).untouched();
      names.computeIfAbsent(ending, first -> new ArrayList<>()).add(each.name());
    }
    return names.entrySet().stream().map(group -> told(group.getKey(), group.getValue())).toList();
  }

  private static String told(String ending, List<String> names) {
    return names.size() + " " + ending + ": " + String.join(", ", names);
  }
}
