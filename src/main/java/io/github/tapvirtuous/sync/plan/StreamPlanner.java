package io.github.tapvirtuous.sync.plan;

import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.sync.proof.Belief;
import io.github.tapvirtuous.sync.proof.Inquiry;
import io.github.tapvirtuous.sync.proof.KeyInquiry;
import io.github.tapvirtuous.sync.proof.Source;
import io.github.tapvirtuous.sync.query.Age;
import io.github.tapvirtuous.sync.query.AskedDay;
import io.github.tapvirtuous.sync.state.ScanWindow;
import io.github.tapvirtuous.sync.state.StreamBookmark;
import java.time.Clock;
import java.time.Duration;

/** Decides how one stream is read. */
final class StreamPlanner {
  private final TapConfig config;
  private final Clock clock;
  private final Wanted wanted;
  private final Source source;
  private final StartDate startDate;
  private final Duration kept;
  private final Decisions decisions;

  StreamPlanner(
      TapConfig config, Clock clock, Wanted wanted, Source source, PlannedBookmarks bookmarks) {
    this.config = config;
    this.clock = clock;
    this.wanted = wanted;
    this.source = source;
    this.startDate = new StartDate(config.incremental());
    this.kept = Age.kept(config.incremental());
    this.decisions = new Decisions(clock, wanted.table(), source, bookmarks, kept);
  }

  Decision decide(StreamBookmark from) {
    if (from.isInterrupted()) {
      return decisions.goOn(from);
    }
    if (wanted.table().isValueArray()) {
      return decisions.list(from, WholeReads.ALWAYS + startDate.aside(wanted));
    }
    try {
      return asked(from);
    } catch (SourceException failure) { // nothing is kept of it: the next run asks anew
      return decisions.whole(from, from.replication().evidence(), Decisions.noAnswer(failure));
    }
  }

  private Decision asked(StreamBookmark from) {
    var why = new WholeReads(config).reason(wanted, from.replication(), clock.instant());
    if (why.isPresent()) {
      return allWanted(from, why.get());
    }
    return wanted.schema().isIncremental() ? changes(from) : newKeys(from);
  }

  /** Where there is a start date, what was modified since is all that is wanted. */
  private Decision allWanted(StreamBookmark from, String why) {
    var known = from.replication();
    if (!startDate.isSet() || known.whole().fits(config.reading().pageSize())) {
      return decisions.whole(from, known.evidence(), why);
    }
    if (!wanted.schema().isIncremental()) {
      return decisions.whole(from, known.evidence(), why + startDate.aside(wanted));
    }
    var belief = belief(from);
    return belief.date().isEmpty()
        ? decisions.whole(from, belief.evidence(), why + startDate.aside(belief.why()))
        : decisions.since(from, belief, startDate.window(source.now()), why);
  }

  private Belief belief(StreamBookmark from) {
    var known = from.replication();
    return new Inquiry(wanted.table(), source, kept, config.reading().pageSize())
        .modified(known.evidence(), known.whole().countedUndated());
  }

  private Decision changes(StreamBookmark from) {
    var value = from.replication().value();
    var belief = belief(from);
    if (value.isAfter(source.now())) {
      var why = "its bookmark lies ahead of the server's clock";
      return decisions.whole(from, belief.evidence(), why);
    }
    var day = AskedDay.since(value, config.incremental().lookbackDays());
    return belief.date().isEmpty()
        ? decisions.whole(from, belief.evidence(), belief.why())
        : decisions.since(from, belief, ScanWindow.changedSince(day), "");
  }

  /** Where rows tell no date, new ones are above the last key. */
  private Decision newKeys(StreamBookmark from) {
    var known = from.replication();
    var key = known.whole().newestKey().orElseThrow();
    var found =
        new KeyInquiry(wanted.table(), source, kept, config.reading().pageSize())
            .from(known.evidence(), key);
    return found.range().isEmpty()
        ? decisions.whole(from, found.evidence(), found.why())
        : decisions.keysFrom(from, found.range().get(), key, found.evidence());
  }
}
