package io.github.tapvirtuous.sync.plan;

import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.sync.proof.Source;
import io.github.tapvirtuous.sync.read.ReadPlan;
import io.github.tapvirtuous.sync.state.Resumption;
import java.time.Clock;

/**
 * Chooses how streams are read: an interrupted read is finished; else rows are asked for by their
 * modified date where that is believed, and the whole table wherever there is a doubt.
 */
public final class PlanChooser {
  private final TapConfig config;
  private final Clock clock;
  private final Resumption resumption;
  private final Versioning versioning;

  public PlanChooser(TapConfig config, Clock clock, Resumption resumption) {
    this.config = config;
    this.clock = clock;
    this.resumption = resumption;
    this.versioning = new Versioning(config.reading().hasVersions(), clock);
  }

  /** One row at most, which no later run goes on from. */
  public ReadPlan firstRow(Wanted wanted) {
    var replication = versioning.goesOn(resumption.replication(wanted.stream()));
    return new ReadPlan.FirstRow(replication.versions().ofRow());
  }

  /** May ask some questions; the plan's own requests are not sent yet. */
  public Decision decide(Wanted wanted, Source source) {
    var bookmarks = new PlannedBookmarks(config, clock, versioning, wanted);
    var from = resumption.bookmark(wanted.stream(), bookmarks::fingerprintOf);
    return new StreamPlanner(config, clock, wanted, source, bookmarks).decide(from);
  }

  /**
   * For a table whose rows lack their key: always whole, since whoever finds rows below others
   * cannot ask for the changed ones.
   *
   * @param total rows that there should be, -1 if that is not known
   */
  public Decision detour(Wanted wanted, long total) {
    var bookmarks = new PlannedBookmarks(config, clock, versioning, wanted);
    var known = resumption.bookmark(wanted.stream(), bookmarks::fingerprintOf);
    var from =
        known.isInterrupted()
            ? bookmarks.goingOn(known)
            : bookmarks.whole(known, known.replication().evidence());
    var how =
        "read whole, below each of the " + wanted.table().detour().orElseThrow().parents().name();
    var startDate = new StartDate(config.incremental());
    var aside = startDate.isSet() ? startDate.aside("so they cannot be asked for by date") : "";
    return new Decision(new ReadPlan.Detour(from, total), how + aside);
  }
}
