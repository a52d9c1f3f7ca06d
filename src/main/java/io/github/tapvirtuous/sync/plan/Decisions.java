package io.github.tapvirtuous.sync.plan;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.sync.proof.Belief;
import io.github.tapvirtuous.sync.proof.Evidence;
import io.github.tapvirtuous.sync.proof.Source;
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

/** The ways in which one stream can be read, each with its bookmark and what the report says. */
final class Decisions {
  private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);

  private final Clock clock;
  private final Table table;
  private final Source source;
  private final PlannedBookmarks bookmarks;
  private final Duration kept;

  Decisions(Clock clock, Table table, Source source, PlannedBookmarks bookmarks, Duration kept) {
    this.clock = clock;
    this.table = table;
    this.source = source;
    this.bookmarks = bookmarks;
    this.kept = kept;
  }

  /** In words, why nobody knows; throws what ends the run. */
  static String noAnswer(SourceException failure) {
    if (failure.kind().endsRun()) {
      throw failure;
    }
    return "a question was not answered: " + failure.inShort();
  }

  /** An interrupted read, with the question with which it began. */
  Decision goOn(StreamBookmark known) {
    var from = bookmarks.goingOn(known);
    var scan = from.replication().scan();
    var choice = from.replication().evidence().choice();
    if (scan.since().isPresent() && choice.date().isPresent()) {
      return since(from, choice.date().get(), choice.keys().isEmpty(), "went on");
    }
    return scan.fromKey().isPresent() && choice.range().isPresent()
        ? keysFrom(from, choice.range().get())
        : new Decision(new ReadPlan.WholeTable(from, ranges(from)), readWhole("went on"));
  }

  Decision list(StreamBookmark from, String why) {
    var list = new ReadPlan.OneList(bookmarks.whole(from, Evidence.NONE));
    return new Decision(list, readWhole(why));
  }

  Decision whole(StreamBookmark from, Evidence evidence, String why) {
    return new Decision(wholeTable(from, evidence), readWhole(why));
  }

  private static String readWhole(String why) {
    return "read whole (" + why + ")";
  }

  private ReadPlan wholeTable(StreamBookmark before, Evidence evidence) {
    var from = bookmarks.whole(before, evidence);
    return new ReadPlan.WholeTable(from, ranges(from));
  }

  /**
   * Rows that were modified since a day.
   *
   * @param why that is all that is wanted; {@code ""} if it is what changed
   */
  Decision since(StreamBookmark before, Belief belief, ScanWindow window, String why) {
    var date = belief.date().orElseThrow();
    var from = bookmarks.since(before, date, window, belief.evidence());
    return since(from, date, belief.inWindow(), why);
  }

  private Decision since(StreamBookmark from, ModifiedDate date, boolean needsWitness, String why) {
    var window = from.replication().scan();
    var day = window.since().orElseThrow();
    var plan =
        new ReadPlan.ModifiedSince(
            from, date.since(day), ranges(from), needsWitness, doubt -> otherwise(from, doubt));
    var how = "read modified since " + day;
    return new Decision(plan, window.hasStartDate() ? how + StartDate.because(why) : how);
  }

  Decision keysFrom(StreamBookmark before, KeyRange range, long key, Evidence evidence) {
    return keysFrom(bookmarks.from(before, range, key, evidence), range);
  }

  private Decision keysFrom(StreamBookmark from, KeyRange range) {
    var key = from.replication().scan().fromKey().orElseThrow();
    var plan = new ReadPlan.KeysFrom(from, range, key, doubt -> otherwise(from, doubt));
    return new Decision(plan, "read keys from " + key + " on");
  }

  /** What came has shown that Virtuous does not do what it is asked for. */
  private ReadPlan otherwise(StreamBookmark from, String why) {
    return wholeTable(from, from.replication().evidence().doubted(why, false, source.now()));
  }

  /** As it is known; else Virtuous is asked, should a table be deep enough to need it. */
  private Supplier<Optional<KeyRange>> ranges(StreamBookmark from) {
    var known = from.replication().evidence().choice();
    if (!table.isQueried()) {
      return Optional::empty;
    }
    return () -> known.isFresh(clock.instant(), kept) ? known.range() : askedRange();
  }

  /** A table can be read by position, too. */
  private Optional<KeyRange> askedRange() {
    try {
      return new Candidates(table, source.options()).keyRange();
    } catch (SourceException unanswered) {
      LOG.info(
          "{}: goes on by position, not from key to key: {}.", table.name(), noAnswer(unanswered));
      return Optional.empty();
    }
  }
}
