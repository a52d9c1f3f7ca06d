package io.github.tapvirtuous.sync.plan;

import io.github.tapvirtuous.sync.state.Replication;
import io.github.tapvirtuous.sync.state.Versions;
import java.time.Clock;

/** Which version the rows of a read carry, if this run says any. */
final class Versioning {
  private final boolean isWanted;
  private final Clock clock;

  Versioning(boolean isWanted, Clock clock) {
    this.isWanted = isWanted;
    this.clock = clock;
  }

  /** A whole read begins. */
  Replication whole(Replication before) {
    return before.with(isWanted ? before.versions().begun(clock.instant()) : unsaid(before));
  }

  /** A read of some rows begins. */
  Replication some(Replication before) {
    var goesOn = goesOn(before);
    return goesOn.with(goesOn.versions().unfit());
  }

  /** A read goes on, whichever it is. */
  Replication goesOn(Replication before) {
    return before.with(isWanted ? before.versions().continued(clock.instant()) : unsaid(before));
  }

  private static Versions unsaid(Replication before) {
    return before.versions().unsaid();
  }
}
