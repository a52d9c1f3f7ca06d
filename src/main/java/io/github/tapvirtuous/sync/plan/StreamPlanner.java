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
import io.github.tapvirtuous.sync.state.StreamBookmark;
import io.github.tapvirtuous.table.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
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

  StreamPlanner(TapConfig config, Clock clock, PlannedBookmarks bookmarks, Source source) {
    this.config = config;
    this.clock = clock;
    this.bookmarks = bookmarks;
    this.source = source;
  }

  Decision decide(Wanted wanted, StreamBookmark from) {
    if (from.isInterrupted()) {
      return goOn(wanted.table(), bookmarks.goingOn(from));
    }
    if (wanted.table().isValueArray()) {
      var list = new ReadPlan.OneList(bookmarks.whole(from, Evidence.NONE));
      return new Decision(list, readWhole(WholeReads.ALWAYS));
    }
    var replication = from.replication();
    return new WholeReads(config)
        .reason(wanted, replication, clock.instant())
        .map(why -> whole(wanted.table(), from, replication.evidence(), why))
        .orElseGet(() -> byBelief(wanted.table(), from));
  }

  private Decision goOn(Table table, StreamBookmark from) {
    var scan = from.replication().scan();
    var choice = from.replication().evidence().choice();
    if (scan.since().isPresent() && choice.date().isPresent()) {
      return since(table, from, choice.date().get(), scan.since().get(), choice.keys().isEmpty());
    }
    return new Decision(new ReadPlan.WholeTable(from, ranges(table, from)), readWhole("went on"));
  }

  /** What brings no answer is asked anew in the next run; nothing is kept of it. */
  private Decision byBelief(Table table, StreamBookmark from) {
    try {
      return byAnswers(table, from);
    } catch (SourceException unanswered) {
      return whole(table, from, from.replication().evidence(), noAnswer(unanswered));
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
    var belief =
        new Inquiry(table, source, kept())
            .modified(replication.evidence(), replication.whole().undated());
    if (replication.value().isAfter(source.now())) {
      return whole(table, from, belief.evidence(), "its bookmark lies ahead of the server's clock");
    }
    return belief.date().isEmpty()
        ? whole(table, from, belief.evidence(), belief.why())
        : since(table, from, belief);
  }

  private Duration kept() {
    return Duration.ofDays(
        Math.max(1, Math.min(DAYS_KEPT, config.incremental().fullRefreshDays())));
  }

  private Decision since(Table table, StreamBookmark before, Belief belief) {
    var date = belief.date().orElseThrow();
    var day = AskedDay.since(before.replication().value(), config.incremental().lookbackDays());
    var from = bookmarks.since(before, date, day, belief.evidence());
    return since(table, from, date, day, belief.inWindow());
  }

  private Decision since(
      Table table, StreamBookmark from, ModifiedDate date, LocalDate day, boolean needsWitness) {
    var plan =
        new ReadPlan.ModifiedSince(
            from,
            date.since(day),
            ranges(table, from),
            needsWitness,
            why -> otherwise(table, from, why));
    return new Decision(plan, "read modified since " + day);
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
