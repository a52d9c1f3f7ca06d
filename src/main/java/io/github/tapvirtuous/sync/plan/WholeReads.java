package io.github.tapvirtuous.sync.plan;

import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.config.TapConfig.UndatedTables;
import io.github.tapvirtuous.sync.state.Replication;
import io.github.tapvirtuous.sync.state.WholeRead;
import io.github.tapvirtuous.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a stream is read whole, though changed rows alone might be asked for. */
final class WholeReads {
  static final String ALWAYS = "every run";

  private final TapConfig config;

  WholeReads(TapConfig config) {
    this.config = config;
  }

  /** Why it is so, in a clause; empty if there is no reason. */
  Optional<String> reason(Wanted wanted, Replication known, Instant now) {
    if (!wanted.schema().isIncremental() && !isReadByKey(wanted.table())) {
      return Optional.of(isAsked(wanted.table()) ? "its rows cannot be asked for by key" : ALWAYS);
    }
    return lack(wanted, known).or(() -> wish(wanted, known.whole(), now));
  }

  private boolean isReadByKey(Table table) {
    return isAsked(table) && table.isQueried();
  }

  /** Whether new rows alone are wished for. */
  private boolean isAsked(Table table) {
    return config.incremental().undatedTables() == UndatedTables.NEW
        && table.modifiedField().isEmpty();
  }

  /** What earlier runs have left undone. */
  private Optional<String> lack(Wanted wanted, Replication known) {
    if (!known.whole().isKnown() || known.value().equals(Instant.EPOCH)) {
      return Optional.of("no whole read before");
    }
    if (!wanted.schema().isIncremental() && known.whole().newestKey().isEmpty()) {
      return Optional.of("its last key is not known");
    }
    if (!wanted.schema().replicationKey().orElse("").equals(known.key())) {
      return Optional.of("it had another replication key before");
    }
    if (!known.whole().reachesBackTo(config.incremental().startDate())) {
      var hasOne = config.incremental().hasStartDate();
      return Optional.of("\"start_date\" was " + (hasOne ? "moved back" : "taken away"));
    }
    return known.whole().hadAll(wanted.schema())
        ? Optional.empty()
        : Optional.of("it has new columns");
  }

  /** Why to do it again all the same. */
  private Optional<String> wish(Wanted wanted, WholeRead whole, Instant now) {
    if (config.incremental().fullRefresh().contains(wanted.table().name())) {
      return Optional.of("\"full_refresh\"");
    }
    if (isOld(wanted.stream(), Duration.between(whole.at(), now))) {
      return Optional.of("the last whole read is of " + whole.at());
    }
    return whole.fits(config.reading().pageSize())
        ? Optional.of("it fits one page")
        : Optional.empty();
  }

  /** Streams that were first read on one day take their turns on several. */
  private boolean isOld(String stream, Duration age) {
    var days = config.incremental().fullRefreshDays();
    var earlier = Math.floorMod(stream.hashCode(), days / 3 + 1);
    return age.isNegative() || age.compareTo(Duration.ofDays(days - (long) earlier)) >= 0;
  }
}
