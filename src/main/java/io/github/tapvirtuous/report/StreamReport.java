package io.github.tapvirtuous.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
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
  private long rows;
  private long pages;
  private long requests;
  private long retries;
  private long waits;
  private long halvings;
  private Duration waited = Duration.ZERO;
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
  }

  @Override
  public synchronized void requestSent() {
    requests++;
    meter.requestSent();
  }

  @Override
  public void requestEnded(int status, Duration duration) {
    meter.requestEnded(status, duration);
  }

  @Override
  public synchronized void retried() {
    retries++;
  }

  @Override
  public void waitsForQuota(Instant until) {
    meter.waitsForQuota(until);
  }

  @Override
  public synchronized void waited(Duration pause) {
    waits++;
    waited = waited.plus(pause);
  }

  @Override
  public synchronized void halved() {
    halvings++;
  }

  public synchronized void pageWritten(int rowsOfPage) {
    pages++;
    rows += rowsOfPage;
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

  /** Empty where there is no inbox. */
  synchronized Optional<EventCounts> events() {
    return events;
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
    return pages > 0;
  }

  public synchronized long requests() {
    return requests;
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
    return rows;
  }

  /** Until its end, or until now. */
  public synchronized Duration elapsed() {
    var now = clock.instant();
    return Duration.between(startedAt, finishedAt.isBefore(now) ? finishedAt : now);
  }

  synchronized Figures figures() {
    return new Figures(rows, pages, requests, retries, halvings, waits, waited);
  }

  /** All of it, as it is now. */
  public synchronized StreamSummary summary() {
    var isLeft = outcome == Outcome.NOT_BEGUN && pages > 0; // nobody came to say how it ended
    return new StreamSummary(
        name,
        isLeft ? Outcome.INTERRUPTED : outcome,
        reason.get(),
        reading,
        total == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(total),
        figures(),
        dropped.counts(),
        mismatched.counts(),
        notes.counts(),
        events,
        outcome.isUntouched() && !isLeft ? Duration.ZERO : elapsed());
  }

  /** The one line that says which stream did not bring every row, and why. */
  public synchronized String failureLine() {
    return outcome.explainsItself()
        ? reason.get()
        : name + " is " + outcome.word() + ": " + reason.get();
  }

  /** The stream's line in the run report. */
  synchronized String line() {
    var ending = name + ": " + outcome.word() + place() + inBrackets();
    var ofTotal = total == UNKNOWN ? "" : " (total " + total + ")";
    var found = ", dropped fields " + dropped.names() + ", mismatches " + mismatched.sum();
    var noted = notes.list().isEmpty() ? "" : ", " + notes.list();
    var read = reading.isEmpty() ? "" : ", " + reading;
    var told = events.isPresent() ? ", " + events.get().text() : "";
    var all = figures().text(ofTotal) + told + found + noted + read;
    return ending + ": " + all + ", " + seconds(elapsed());
  }

  /** How an untouched stream is told together with others of its kind. */
  synchronized String untouched() {
    return outcome.word() + inBrackets();
  }

  /** Why it ended so, unless an error message of its own tells it. */
  private String inBrackets() {
    var why = outcome.explainsItself() ? "" : reason.get();
    return why.isEmpty() ? "" : " (" + why + ")";
  }

  private String place() {
    if (!outcome.isCut()) {
      return "";
    }
    if (reached == 0 && total == UNKNOWN) {
      return " before its first row";
    }
    var ofTotal = total == UNKNOWN ? "" : String.format(Locale.ROOT, " of %,d", total);
    return String.format(Locale.ROOT, " at %,d", reached) + ofTotal;
  }

  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
