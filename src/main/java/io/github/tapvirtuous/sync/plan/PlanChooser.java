package io.github.tapvirtuous.sync.plan;

import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.sync.proof.Source;
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

  public PlanChooser(TapConfig config, Clock clock, Resumption resumption) {
    this.config = config;
    this.clock = clock;
    this.resumption = resumption;
  }

  /** May ask some questions; the plan's own requests are not sent yet. */
  public Decision decide(Wanted wanted, Source source) {
    var bookmarks = new PlannedBookmarks(config, clock, wanted);
    var from = resumption.bookmark(wanted.stream(), bookmarks::fingerprintOf);
    return new StreamPlanner(config, clock, bookmarks, source).decide(wanted, from);
  }
}
