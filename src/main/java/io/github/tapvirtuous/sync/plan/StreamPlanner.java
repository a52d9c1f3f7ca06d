package io.github.tapvirtuous.sync.plan;

import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.sync.proof.Belief;
import io.github.tapvirtuous.sync.proof.Evidence;
import io.github.tapvirtuous.sync.proof.Inquiry;
import io.github.tapvirtuous.sync.proof.Source;
import io.github.tapvirtuous.sync.query.AskedDay;
import io.github.tapvirtuous.sync.query.Candidates;
import io.github.tapvirtuous.sync.query.Chosen.KeyRange;
import io.github.tapvirtuous.sync.query.Chosen.ModifiedDate;
import io.github.tapvirtuous.sync.read.ReadPlan;
import io.github.tapvirtuous.sync.state.ScanWindow;
import io.github.tapvirtuous.sync.state.StreamBookmark;
import io.github.tapvirtuous.table.Table;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides how one stream is read. */
final class StreamPlanner {
  private static final Logger LOG = LoggerFactory.getLogger(StreamPlanner.class);

  /** What was proven is good for so many days at most. */
  private static final int DAYS_KEPT = 7;

  private final TapConfig config;
  private final Clock clock;
  private final PlannedBookmarks bookmarks;
  private final Source source;
  private final StartDate startDate;

  StreamPlanner(TapConfig config, Clock clock, PlannedBookmarks bookmarks, Source source) {
    this.config = config;
    this.clock = clock;
    this.bookmarks = bookmarks;
    this.source = source;
    this.startDate = new StartDate(config.incremental());
  }

  Decision decide(Wanted wanted, StreamBookmark from) {
    if (from.isInterrupted()) {
      return goOn(wanted.table(), bookmarks.goingOn(from));
    }
    if (wanted.table().isValueArray()) {
      var list = new ReadPlan.OneList(bookmarks.whole(from, Evidence.NONE));
      return new Decision(list, readWhole(WholeReads.ALWAYS + startDate.aside(wanted)));
    }
    return new WholeReads(config)
        .reason(wanted, from.replication(), clock.instant())
        .map(why -> allWanted(wanted, from, why))
        .orElseGet(() -> byBelief(wanted.table(), from));
  }

  private Decision goOn(Table table, StreamBookmark from) {
    var scan = from.replication().scan();
    var choice = from.replication().evidence().choice();
    if (scan.since().isPresent() && choice.date().isPresent()) {
      return since(table, from, choice.date().get(), choice.keys().isEmpty(), "went on");
    }
    return new Decision(new ReadPlan.WholeTable(from, ranges(table, from)), readWhole("went on"));
  }

  /** Where there is a start date, what was modified since is all that is wanted. */
  private Decision allWanted(Wanted wanted, StreamBookmark from, String why) {
    var known = from.replication();
    if (!startDate.isSet() || known.whole().fits(config.reading().pageSize())) {
      return whole(wanted.table(), from, known.evidence(), why);
    }
    if (!wanted.schema().isIncremental()) {
      return whole(wanted.table(), from, known.evidence(), why + startDate.aside(wanted));
    }
    try {
      return sinceStartDate(wanted, from, why);
    } catch (SourceException failure) {
      var unanswered = startDate.aside(noAnswer(failure));
      return whole(wanted.table(), from, known.evidence(), why + unanswered);
    }
  }

  private Decision sinceStartDate(Wanted wanted, StreamBookmark from, String why) {
    var belief = belief(wanted.table(), from);
    return belief.date().isEmpty()
        ? whole(wanted.table(), from, belief.evidence(), why + startDate.aside(belief.why()))
        : since(wanted.table(), from, belief, startDate.window(source.now()), why);
  }

  private Belief belief(Table table, StreamBookmark from) {
    var known = from.replication();
    return new Inquiry(table, source, kept(), config.reading().pageSize())
        .modified(known.evidence(), known.whole().countedUndated());
  }

  /** What brings no answer is asked anew in the next run; nothing is kept of it. */
  private Decision byBelief(Table table, StreamBookmark from) {
    try {
      return byAnswers(table, from);
    } catch (SourceException failure) {
      return whole(table, from, from.replication().evidence(), noAnswer(failure));
    }
  }

  private static String noAnswer(SourceException failure) {
    if (failure.kind().endsRun()) {
      throw failure;
    }
    return "a question was not answered: " + failure.inShort();
  }

  private Decision byAnswers(Table table, StreamBookmark from) {
    var replication = from.replication();
    var belief = belief(table, from);
    if (replication.value().isAfter(source.now())) {
      return whole(table, from, belief.evidence(), "its bookmark lies ahead of the server's clock");
    }
    var day = AskedDay.since(replication.value(), config.incremental().lookbackDays());
    return belief.date().isEmpty()
        ? whole(table, from, belief.evidence(), belief.why())
        : since(table, from, belief, ScanWindow.changedSince(day), "");
  }

  private Duration kept() {
    return Duration.ofDays(
        Math.max(1, Math.min(DAYS_KEPT, config.incremental().fullRefreshDays())));
  }

  private Decision since(
      Table table, StreamBookmark before, Belief belief, ScanWindow window, String why) {
    var date = belief.date().orElseThrow();
    var from = bookmarks.since(before, date, window, belief.evidence());
    return since(table, from, date, belief.inWindow(), why);
  }

  /**
   * Rows since the day that a scan asks for.
   *
   * @param why it reads all that is wanted, if it does
   */
  private Decision since(
      Table table, StreamBookmark from, ModifiedDate date, boolean needsWitness, String why) {
    var window = from.replication().scan();
    var day = window.since().orElseThrow();
    var plan =
        new ReadPlan.ModifiedSince(
            from,
            date.since(day),
            ranges(table, from),
            needsWitness,
            doubt -> otherwise(table, from, doubt));
    var how = "read modified since " + day;
    return new Decision(plan, window.hasStartDate() ? how + StartDate.because(why) : how);
  }

  /** What came has shown that Virtuous does not do what it is asked for. */
  private ReadPlan otherwise(Table table, StreamBookmark from, String why) {
    var evidence = from.replication().evidence().doubted(why, false, source.now());
    return wholeTable(table, from, evidence);
  }

  private Decision whole(Table table, StreamBookmark from, Evidence evidence, String why) {
    return new Decision(wholeTable(table, from, evidence), readWhole(why));
  }

  private static String readWhole(String why) {
    return "read whole (" + why + ")";
  }

  private ReadPlan wholeTable(Table table, StreamBookmark before, Evidence evidence) {
    var from = bookmarks.whole(before, evidence);
    return new ReadPlan.WholeTable(from, ranges(table, from));
  }

  /** As it is known; else Virtuous is asked, should a table be deep enough to need it. */
  private Supplier<Optional<KeyRange>> ranges(Table table, StreamBookmark from) {
    var known = from.replication().evidence().choice();
    if (!table.isQueried()) {
      return Optional::empty;
    }
    return () -> known.isFresh(clock.instant(), kept()) ? known.range() : askedRange(table);
  }

  /** A table can be read by position, too. */
  private Optional<KeyRange> askedRange(Table table) {
    try {
      return new Candidates(table, source.options()).keyRange();
    } catch (SourceException unanswered) {
      LOG.info(
          "{}: goes on by position, not from key to key: {}.", table.name(), noAnswer(unanswered));
      return Optional.empty();
    }
  }
}
