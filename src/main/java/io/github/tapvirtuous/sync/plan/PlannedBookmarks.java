package io.github.tapvirtuous.sync.plan;

import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.sync.proof.Evidence;
import io.github.tapvirtuous.sync.query.Chosen.KeyRange;
import io.github.tapvirtuous.sync.query.Chosen.ModifiedDate;
import io.github.tapvirtuous.sync.query.Condition;
import io.github.tapvirtuous.sync.state.Fingerprint;
import io.github.tapvirtuous.sync.state.ScanWindow;
import io.github.tapvirtuous.sync.state.StreamBookmark;
import io.github.tapvirtuous.sync.state.WholeRead;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.SchemaInference;
import java.time.Clock;
import java.util.List;

/** The bookmarks with which the reads of one stream begin. */
final class PlannedBookmarks {
  private final TapConfig config;
  private final Clock clock;
  private final Versioning versioning;
  private final Wanted wanted;

  PlannedBookmarks(TapConfig config, Clock clock, Versioning versioning, Wanted wanted) {
    this.config = config;
    this.clock = clock;
    this.versioning = versioning;
    this.wanted = wanted;
  }

  /** What the fingerprint of a known scan has to be, for it to go on. */
  String fingerprintOf(StreamBookmark known) {
    var scan = known.replication().scan();
    var choice = known.replication().evidence().choice();
    if (scan.since().isPresent() && choice.date().isPresent()) {
      return fingerprint(choice.date().get().since(scan.since().get()));
    }
    return scan.fromKey().isPresent() && choice.range().isPresent()
        ? fingerprint(choice.range().get().from(scan.fromKey().getAsLong()))
        : fingerprint();
  }

  private String fingerprint() {
    return Fingerprint.of(config, wanted.table(), wanted.schema());
  }

  private String fingerprint(Condition condition) {
    return Fingerprint.of(config, wanted.table(), wanted.schema(), condition);
  }

  /** Of a scan that goes on. */
  StreamBookmark goingOn(StreamBookmark known) {
    var scan = known.replication().scan().withColumns(columns());
    return known.with(versioning.goesOn(known.replication()).with(scan));
  }

  /** Of a whole read. */
  StreamBookmark whole(StreamBookmark before, Evidence evidence) {
    var key = wanted.schema().replicationKey().orElse("");
    var from = before.with(versioning.whole(before.replication()));
    return begun(from, fingerprint(), key, ScanWindow.all(), evidence);
  }

  /**
   * Of a read of some rows.
   *
   * @param window that has a day
   */
  StreamBookmark since(
      StreamBookmark before, ModifiedDate date, ScanWindow window, Evidence evidence) {
    var key = wanted.table().modifiedField();
    var from = before.with(versioning.some(before.replication()));
    var day = window.since().orElseThrow();
    return begun(from, fingerprint(date.since(day)), key, window, evidence);
  }

  /** Of a read of rows with new keys. */
  StreamBookmark from(StreamBookmark before, KeyRange range, long key, Evidence evidence) {
    var from = before.with(versioning.some(before.replication()));
    return begun(from, fingerprint(range.from(key)), "", ScanWindow.fromKey(key), evidence);
  }

  private StreamBookmark begun(
      StreamBookmark before, String fingerprint, String key, ScanWindow window, Evidence evidence) {
    var known = before.replication();
    var startDate = config.incremental().startDate();
    var replication = known.begun(key, window.withColumns(columns()), evidence, startDate);
    return before
        .anew(fingerprint, clock.instant())
        .with(replication.showing(shown(known.shown())));
  }

  private String columns() {
    return WholeRead.columns(wanted.schema());
  }

  /** Those of before are kept, also where this run does not ask for them. */
  private List<Column> shown(List<Column> before) {
    return new SchemaInference(wanted.table(), config.typing().dateTimes())
        .shown(wanted.schema().joined(before));
  }
}
