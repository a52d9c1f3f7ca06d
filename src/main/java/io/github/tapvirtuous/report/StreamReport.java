package io.github.tapvirtuous.report;

import io.github.tapvirtuous.report.StreamStatus.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happened to one stream, counted; any thread may tell it. */
public final class StreamReport implements CallTally {
  private static final Logger LOG = LoggerFactory.getLogger(StreamReport.class);
  private static final long UNKNOWN = -1;

  private final String name;
  private final Clock clock;
  private final Meter meter;
  private final Tally dropped = new Tally();
  private final Tally mismatched = new Tally();
  private final Tally notes = new Tally();
  private Instant startedAt;
  private Instant finishedAt = Instant.MAX;
  private boolean begun;
  private Optional<Instant> waitsUntil = Optional.empty();
  private Figures figures = Figures.NONE;
  private long total = UNKNOWN;
  private boolean moved;
  private long reached;
  private Optional<EventCounts> events = Optional.empty();
  private String reading = "";
  private Outcome outcome = Outcome.NOT_BEGUN;
  private Supplier<String> reason = () -> "";

  /** Starts its time. */
  StreamReport(String name, Meter meter, Clock clock) {
    this.name = name;
    this.clock = clock;
    this.meter = meter;
    this.startedAt = clock.instant();
  }

  @Override
  public String name() {
    return name;
  }

  /** Starts its time anew: what was counted before stays. */
  public synchronized void started() {
    startedAt = clock.instant();
    begun = true;
    meter.started();
  }

  @Override
  public synchronized void requestSent() {
    figures = figures.withRequest();
    meter.requestSent();
  }

  @Override
  public void requestEnded(int status, Duration duration) {
    meter.requestEnded(status, duration);
  }

  @Override
  public synchronized void retried() {
    figures = figures.withRetry();
  }

  @Override
  public synchronized void waitsForQuota(Instant until) {
    waitsUntil = Optional.of(until);
    meter.waitsForQuota(until);
  }

  @Override
  public synchronized void waited(Duration pause) {
    waitsUntil = Optional.empty();
    figures = figures.withWait(pause);
  }

  @Override
  public synchronized void halved() {
    figures = figures.withHalving();
  }

  public synchronized void pageWritten(int rowsOfPage) {
    figures = figures.withPage(rowsOfPage);
    meter.rowsWritten(rowsOfPage);
  }

  /** The rows that the source says it has. */
  public synchronized void total(long rowsOfSource) {
    total = rowsOfSource;
    meter.total(rowsOfSource);
  }

  /** The rows that its scan had sent in earlier runs. */
  public synchronized void goesOnAt(long rowsOfScan) {
    reached = rowsOfScan;
    meter.goesOnAt(rowsOfScan);
  }

  /** The rows that its scan has sent so far, those of earlier runs included. */
  public synchronized void reached(long rowsOfScan) {
    reached = rowsOfScan;
  }

  /** Whether the next run takes up further on than this one did, whatever rows came. */
  public synchronized void moved(boolean further) {
    moved = further;
  }

  /** A field that the schema lacks; the first time it is named in the log. */
  public synchronized void dropped(String field, int rowsOfPage) {
    dropped
        .add(field, rowsOfPage)
        .ifPresent(shown -> LOG.warn("{}: the schema lacks \"{}\": dropped.", name, shown));
  }

  /** Values that their column cannot hold; the first time the field is named in the log. */
  public synchronized void mismatched(String field, int valuesOfPage) {
    mismatched
        .add(field, valuesOfPage)
        .ifPresent(shown -> LOG.warn("{}: a value of \"{}\" does not fit: null.", name, shown));
  }

  /**
   * How it is read, such as {@code "read modified since 2026-03-01"}; {@code ""} goes without
   * saying.
   */
  public synchronized void isRead(String how) {
    reading = how;
  }

  /** Some more events were read, or rows said that they tell of. */
  public synchronized void events(EventCounts more) {
    events = Optional.of(events.orElse(EventCounts.NONE).plus(more));
  }

  /** Anything else worth a number, such as {@code "duplicate names"}. */
  public synchronized void note(String what, long count) {
    notes.add(what, count);
  }

  public void finished(Outcome ending, String why) {
    finished(ending, () -> why);
  }

  /**
   * Ends its time.
   *
   * @param why asked when it is told: the streams that come after may show more
   */
  public synchronized void finished(Outcome ending, Supplier<String> why) {
    outcome = ending;
    reason = why;
    finishedAt = clock.instant();
    meter.finished(ending, elapsed());
  }

  public synchronized Outcome outcome() {
    return outcome;
  }

  /** Whether anything was read, be it an empty page. */
  public synchronized boolean hasPages() {
    return figures.pages() > 0;
  }

  public synchronized long requests() {
    return figures.requests();
  }

  /** Whether it came to a place further on, though no more rows may have come. */
  public synchronized boolean hasMoved() {
    return moved;
  }

  /** The rows that its scan has sent, those of earlier runs included. */
  public synchronized long rowsOfScan() {
    return reached;
  }

  public synchronized long rows() {
    return figures.rows();
  }

  /** Until its end, or until now. */
  public synchronized Duration elapsed() {
    var now = clock.instant();
    return Duration.between(startedAt, finishedAt.isBefore(now) ? finishedAt : now);
  }

  /** All of it, as it is now. */
  public synchronized StreamSummary summary() {
    var isLeft = outcome == Outcome.NOT_BEGUN && figures.pages() > 0; // nobody said how it ended
    return new StreamSummary(
        name,
        isLeft ? Outcome.INTERRUPTED : outcome,
        reason.get(),
        reading,
        reached,
        total(),
        figures,
        dropped.counts(),
        mismatched.counts(),
        notes.counts(),
        events,
        outcome.isUntouched() && !isLeft ? Duration.ZERO : elapsed());
  }

  /** Where it stands, for whoever looks on. */
  public synchronized StreamStatus status() {
    var state = !finishedAt.equals(Instant.MAX) ? State.ENDED : begun ? State.READ : State.WAITING;
    return new StreamStatus(
        name,
        state,
        outcome,
        figures.rows(),
        reached,
        total(),
        figures.retries(),
        waitsUntil,
        elapsed());
  }

  private OptionalLong total() {
    return total == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(total);
  }

  /** The one line that says which stream did not bring every row, and why. */
  public String failureLine() {
    return new StreamWords(summary()).failure();
  }
}
