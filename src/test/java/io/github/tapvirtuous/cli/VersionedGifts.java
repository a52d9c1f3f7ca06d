package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import io.github.tapvirtuous.standin.query.Offer;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import io.github.tapvirtuous.testing.output.Messages;
import io.github.tapvirtuous.testing.output.SingerOutput;
import io.github.tapvirtuous.testing.output.VersionedStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A table of gifts whose rows carry versions, and a store that obeys them. */
abstract class VersionedGifts {
  static final int GIFTS = 60;
  static final long NOW = Tap.NOW.getEpochSecond();
  static final String SETTING = "emit_activate_version_messages";

  static final String MODIFIED = "modifiedDateTimeUtc";
  static final String FRESH = "{\"type\":\"STATE\",\"value\":{}}";

  @RegisterExtension final Tap tap = new Tap();

  final VersionedStore store = new VersionedStore();

  @BeforeEach
  void gifts_with_versions() {
    tap.tables("gifts").set("page_size", 10).set("sample_size", 10).serves(gifts());
    versions(true);
  }

  StandInBuilder gifts() {
    return StandIn.builder()
        .clock(tap.clock())
        .rows("gifts", GIFTS, 7)
        .offers("gifts", Offer.KEY_LISTS);
  }

  void versions(boolean said) {
    tap.set(SETTING, String.valueOf(said));
  }

  TapRun load(TapRun run) {
    SingerOutput.check(run.stdout());
    store.load(run);
    return run;
  }

  void days(int number) {
    tap.clock().step(Duration.ofDays(number));
  }

  TapRun refreshed(Messages before) {
    tap.set("full_refresh", "[\"gifts\"]");
    return tap.resume(before);
  }

  /** The first so many gifts that are there. */
  List<Long> delete(int count) {
    var gone = List.copyOf(tap.standIn().ids("gifts").subList(0, count));
    gone.forEach(id -> tap.standIn().delete("gifts", id));
    return gone;
  }

  static List<Long> versions(TapRun run) {
    return run.messages("RECORD").stream()
        .map(each -> each.path("version").asLong(0))
        .distinct()
        .toList();
  }

  static List<Long> activated(TapRun run) {
    return run.messages("ACTIVATE_VERSION").stream()
        .map(each -> each.path("version").longValue())
        .toList();
  }

  /** As a target is that never held anything before. */
  void assertStoreIsRight() {
    var truth = new VersionedStore();
    truth.load(tap.sync());

    assertThat(store.column("gifts", MODIFIED)).isEqualTo(truth.column("gifts", MODIFIED));
  }
}
