package io.github.tapvirtuous.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

  public void log() {
    lines().forEach(LOG::info);
  }

  /** One line a stream, one for those that were not touched, and one for all. */
  public List<String> lines() {
    var lines = new ArrayList<String>();
    streams().stream().filter(touched()).map(StreamReport::line).forEach(lines::add);
    lines.addAll(untouched());
    lines.add(totals());
    return lines;
  }

  private static Predicate<StreamReport> touched() {
    return stream -> !stream.outcome().isUntouched();
  }

  /** {@code 2 not begun: contacts, projects}. */
  private List<String> untouched() {
    return streams().stream()
        .filter(touched().negate())
        .collect(
            Collectors.groupingBy(
                StreamReport::untouched,
                LinkedHashMap::new,
                Collectors.mapping(StreamReport::name, Collectors.toList())))
        .entrySet()
        .stream()
        .map(group -> told(group.getKey(), group.getValue()))
        .toList();
  }

  private static String told(String ending, List<String> names) {
    return names.size() + " " + ending + ": " + String.join(", ", names);
  }

  private String totals() {
    var all = streams();
    var sum = all.stream().map(StreamReport::figures).reduce(Figures.NONE, Figures::plus);
    var outcomes =
        all.stream()
            .map(StreamReport::outcome)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    var endings =
        List.of(Outcome.values()).stream()
            .filter(outcomes::containsKey)
            .map(outcome -> outcomes.get(outcome) + " " + outcome.word())
            .collect(Collectors.joining(", "));
    var seconds = StreamReport.seconds(Duration.between(startedAt, clock.instant()));
    return "all %d streams (%s): %s%s, %s"
        .formatted(all.size(), endings, sum.text(""), events(all), seconds);
  }

  private static String events(List<StreamReport> all) {
    var told = all.stream().flatMap(stream -> stream.events().stream()).toList();
    return told.isEmpty() ? "" : ", " + EventCounts.sum(told).text();
  }
}
