package io.github.tapvirtuous.sync.plan;

import io.github.tapvirtuous.config.TapConfig.Incremental;
import io.github.tapvirtuous.sync.query.AskedDay;
import io.github.tapvirtuous.sync.state.ScanWindow;
import java.time.Instant;

/** The {@code start_date}: which rows it leaves to ask for, and what the report says of it. */
record StartDate(Incremental settings) {
  boolean isSet() {
    return settings.hasStartDate();
  }

  /** One that lies ahead leaves what is modified from now on. */
  ScanWindow window(Instant now) {
    var start = settings.startDate().isAfter(now) ? now : settings.startDate();
    return ScanWindow.wantedSince(start, AskedDay.since(start, 0));
  }

  /** Why rows since then are read now. */
  static String because(String why) {
    return " (\"start_date\"; " + why + ")";
  }

  /** Why it is not heeded, after another clause. */
  String aside(String why) {
    return "; in spite of \"start_date\": " + why;
  }

  /** Likewise, of a stream of which changed rows alone are never read; nothing if it is not set. */
  String aside(Wanted wanted) {
    if (!isSet()) {
      return "";
    }
    return aside(
        wanted.table().replicationKey().isEmpty()
            ? "its rows cannot be asked for by a modified date"
            : "each run is to read it whole");
  }
}
