package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import io.github.tapvirtuous.standin.query.Offer;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** A table of gifts that changes from day to day, and a store that runs load into. */
abstract class ChangingGifts {
  static final int GIFTS = 60;

  @RegisterExtension final Tap tap = new Tap();

  final TreeMap<Long, String> store = new TreeMap<>();

  @BeforeEach
  void gifts_alone() {
    tap.tables("gifts").set("page_size", 10).set("sample_size", 10);
    serves(gifts());
  }

  StandInBuilder gifts() {
    return StandIn.builder()
        .clock(tap.clock())
        .rows("gifts", GIFTS, 7)
        .offers("gifts", Offer.KEY_LISTS);
  }

  void serves(StandInBuilder standIn) {
    tap.serves(standIn);
  }

  TapRun load(TapRun run) {
    assertThat(run.exitCode()).as(run.toString()).isZero();
    run.records("gifts").forEach(row -> store.put(row.path("id").longValue(), row.toString()));
    return run;
  }

  void aDayPasses() {
    tap.clock().step(Duration.ofDays(1));
    tap.standIn().modifySome("gifts", 3);
    tap.standIn().insertLikeAnother("gifts");
  }

  void assertStoreIsRight() {
    var truth = tap.sync();
    var rows = truth.records("gifts").stream().map(JsonNode::toString).toList();
    assertThat(store.values()).containsExactlyElementsOf(rows);
  }
}
