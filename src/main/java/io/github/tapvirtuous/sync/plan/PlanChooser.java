package io.github.tapvirtuous.sync.plan;

import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.sync.proof.Belief;
import io.github.tapvirtuous.sync.proof.Evidence;
import io.github.tapvirtuous.sync.proof.Inquiry;
import io.github.tapvirtuous.sync.proof.Source;
import io.github.tapvirtuous.sync.query.AskedDay;
import io.github.tapvirtuous.sync.query.Chosen.ModifiedDate;
import io.github.tapvirtuous.sync.read.ReadPlan;
import io.github.tapvirtuous.sync.state.Fingerprint;
import io.github.tapvirtuous.sync.state.Resumption;
import io.github.tapvirtuous.sync.state.StreamBookmark;
import io.github.tapvirtuous.sync.state.WholeRead;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.SchemaInference;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Chooses how streams are read: an interrupted read is finished; else rows are asked for by their
 * modified date where that is believed, and the whole table wherever there is a doubt.
 */
public final class PlanChooser {
  private static final int DAYS_KEPT = 7;

  private final TapConfig config;
  private final Clock clock;
  private final Resumption resumption;
  private final WholeReads wholeReads;

  public PlanChooser(TapConfig config, Clock clock, Resumption resumption) {
    this.config = config;
    this.clock = clock;
    this.resumption = resumption;
    this.wholeReads = new WholeReads(config);
  }

  /** May ask some questions; the plan's own requests are not sent yet. */
  public Decision decide(Wanted wanted, Source source) {
    var from = resumption.bookmark(wanted.stream(), known -> fingerprint(wanted, known));
    if (from.isInterrupted()) {
      return goOn(wanted, from);
    }
    if (wanted.table().isValueArray()) {
      return new Decision(new ReadPlan.OneList(whole(wanted, from, Evidence.NONE)), "");
    }
    var replication = from.replication();
    return wholeReads
        .reason(wanted, replication, clock.instant())
        .map(why -> whole(wanted, from, replication.evidence(), why))
        .orElseGet(() -> byBelief(wanted, from, source));
  }

  private String fingerprint(Wanted wanted, StreamBookmark known) {
    var since = known.replication().scan().since();
    return since
        .flatMap(day -> date(known).map(date -> fingerprint(wanted, date, day)))
        .orElseGet(() -> fingerprint(wanted));
  }

  private static Optional<ModifiedDate> date(StreamBookmark known) {
    return known.replication().evidence().choice().date();
  }

  private String fingerprint(Wanted wanted) {
    return Fingerprint.of(config, wanted.table(), wanted.schema());
  }

  private String fingerprint(Wanted wanted, ModifiedDate date, LocalDate day) {
    return Fingerprint.of(config, wanted.table(), wanted.schema(), date.since(day));
  }

  private Decision goOn(Wanted wanted, StreamBookmark before) {
    var scan = before.replication().scan().withColumns(WholeRead.columns(wanted.schema()));
    var from = before.with(before.replication().with(scan));
    var since = from.replication().scan().since();
    if (since.isPresent() && date(from).isPresent()) {
      var needsWitness = from.replication().evidence().choice().keys().isEmpty();
      return since(wanted, from, date(from).get(), since.get(), needsWitness);
    }
    return new Decision(new ReadPlan.WholeTable(from), "read whole (went on)");
  }

  private Decision byBelief(Wanted wanted, StreamBookmark from, Source source) {
    var replication = from.replication();
    var kept =
        Duration.ofDays(Math.max(1, Math.min(DAYS_KEPT, config.incremental().fullRefreshDays())));
    var belief =
        new Inquiry(wanted.table(), source, kept)
            .modified(replication.evidence(), replication.whole().undated());
    if (replication.value().isAfter(source.now())) {
      return whole(
          wanted, from, belief.evidence(), "its bookmark lies ahead of the server's clock");
    }
    return belief.date().isEmpty()
        ? whole(wanted, from, belief.evidence(), belief.why())
        : since(wanted, from, belief);
  }

  private Decision since(Wanted wanted, StreamBookmark before, Belief belief) {
    var date = belief.date().orElseThrow();
    var day = AskedDay.since(before.replication().value(), config.incremental().lookbackDays());
    var replication =
        before
            .replication()
            .begun(
                wanted.table().modifiedField(),
                Optional.of(day),
                WholeRead.columns(wanted.schema()),
                belief.evidence())
            .showing(shown(wanted));
    var from = before.anew(fingerprint(wanted, date, day), clock.instant()).with(replication);
    return since(wanted, from, date, day, belief.inWindow());
  }

  private Decision since(
      Wanted wanted, StreamBookmark from, ModifiedDate date, LocalDate day, boolean needsWitness) {
    var plan =
        new ReadPlan.ModifiedSince(
            from, date.since(day), needsWitness, why -> otherwise(wanted, from, why));
    return new Decision(plan, "read modified since " + day);
  }

  /** What came has shown that Virtuous does not do what it is asked for. */
  private ReadPlan otherwise(Wanted wanted, StreamBookmark from, String why) {
    var evidence = from.replication().evidence().doubted(why, false, clock.instant());
    return new ReadPlan.WholeTable(whole(wanted, from, evidence));
  }

  private Decision whole(Wanted wanted, StreamBookmark from, Evidence evidence, String why) {
    return new Decision(
        new ReadPlan.WholeTable(whole(wanted, from, evidence)), "read whole (" + why + ")");
  }

  private StreamBookmark whole(Wanted wanted, StreamBookmark before, Evidence evidence) {
    var replication =
        before
            .replication()
            .begun(
                wanted.schema().replicationKey().orElse(""),
                Optional.empty(),
                WholeRead.columns(wanted.schema()),
                evidence)
            .showing(shown(wanted));
    return before.anew(fingerprint(wanted), clock.instant()).with(replication);
  }

  private List<Column> shown(Wanted wanted) {
    return new SchemaInference(wanted.table(), config.typing().dateTimes()).shown(wanted.schema());
  }
}
