package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.TapRun;
import io.github.tapvirtuous.testing.output.Messages;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Versions of whole reads that take several runs. */
final class ResumedVersionsTest extends VersionedGifts {
  private TapRun interrupted(Messages before) {
    tap.set("max_requests", 4);
    var run = load(tap.resume(before));
    tap.without("max_requests");
    assertThat(run.logText()).contains("gifts: unfinished at ");
    return run;
  }

  @Test
  void a_read_that_goes_on_keeps_its_version() {
    var first = load(tap.sync());
    delete(1);
    days(7);
    var half = interrupted(first);
    tap.clock().step(Duration.ofHours(1));
    delete(1);

    var rest = load(tap.resume(half));

    assertThat(activated(half)).isEmpty();
    assertThat(activated(rest)).isEqualTo(versions(half)).isEqualTo(versions(rest));
    assertThat(store.keys("gifts")).hasSize(GIFTS - 1);
  }

  @Test
  void a_read_that_begins_anew_has_another() {
    var half = interrupted(Messages.of(FRESH));
    days(2);

    var whole = load(tap.resume(half));

    assertThat(whole.logText()).contains("begins anew");
    assertThat(activated(whole)).containsExactly(NOW + Duration.ofDays(2).toSeconds());
    assertStoreIsRight();
  }

  @Test
  void a_read_whose_first_half_had_no_version_shows_nothing() {
    versions(false);
    var half = interrupted(Messages.of(FRESH));
    versions(true);

    var rest = load(tap.resume(half));
    var next = load(refreshed(rest));

    assertThat(versions(half)).containsExactly(0L);
    assertThat(versions(rest)).containsExactly(NOW);
    assertThat(activated(rest)).isEmpty();
    assertThat(activated(next)).containsExactly(NOW + 1);
    assertStoreIsRight();
  }

  @Test
  void nor_does_one_with_rows_between_that_had_none() {
    var first = interrupted(Messages.of(FRESH));
    versions(false);
    var second = interrupted(first);
    versions(true);

    var third = load(tap.resume(second));

    assertThat(versions(first)).isEqualTo(versions(third)).containsExactly(NOW);
    assertThat(versions(second)).containsExactly(0L);
    assertThat(activated(third)).isEmpty();
    assertThat(store.keys("gifts")).hasSize(GIFTS);
  }
}
