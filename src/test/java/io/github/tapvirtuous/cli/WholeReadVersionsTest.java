package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import io.github.tapvirtuous.testing.Rule;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whole reads that tell a target what is gone. */
final class WholeReadVersionsTest extends VersionedGifts {
  @Test
  @Rule({"OUT-5", "REC-10"})
  void a_whole_read_ends_with_its_version_before_the_state_that_says_so() {
    var run = load(tap.sync());

    assertThat(versions(run)).containsExactly(NOW);
    assertThat(activated(run)).containsExactly(NOW);
    assertThat(run.bookmark("gifts").path("version").longValue()).isEqualTo(NOW);
    assertStoreIsRight();
  }

  @Test
  void rows_that_are_gone_go_with_the_next_whole_read() {
    var first = load(tap.sync());
    delete(2);
    days(7);

    var second = load(tap.resume(first));

    assertThat(activated(second)).containsExactly(NOW + Duration.ofDays(7).toSeconds());
    assertThat(store.keys("gifts")).hasSize(GIFTS - 2);
    assertStoreIsRight();
  }

  @Test
  @Rule({"REC-8", "REC-10"})
  void reads_of_changes_carry_the_version_of_the_whole_read_and_end_none() {
    var first = load(tap.sync());
    days(1);
    tap.standIn().modifySome("gifts", 3);
    delete(1);

    var second = load(tap.resume(first));

    assertThat(second.logText()).contains("read modified since");
    assertThat(versions(second)).containsExactly(NOW);
    assertThat(activated(second)).isEmpty();
    assertThat(store.keys("gifts")).hasSize(GIFTS);
    days(7);
    load(tap.resume(second));
    assertStoreIsRight();
  }

  @Test
  void a_read_since_a_start_date_shows_nothing_that_is_gone() {
    var first = load(tap.sync());
    delete(1);
    tap.set("start_date", "\"2024-06-01\"");
    days(7);

    var second = load(tap.resume(first));
    var third = load(tap.without("start_date").resume(second));

    assertThat(second.logText()).contains("(\"start_date\"; the last whole read is of");
    assertThat(versions(second)).containsExactly(NOW);
    assertThat(activated(second)).isEmpty();
    assertThat(activated(third)).isEqualTo(versions(third));
    assertStoreIsRight();
  }

  @Test
  void versions_grow_though_the_clock_stands_still() {
    var first = load(tap.sync());

    var second = load(tap.set("full_refresh", "[\"gifts\"]").resume(first));

    assertThat(activated(second)).containsExactly(NOW + 1);
  }

  @Test
  void lists_of_values_are_whole_reads_too() {
    tap.tables("channel_types").serves(values("\"Email\"", "\"Letter\"", "\"Phone\""));
    var first = load(tap.sync());
    tap.serves(values("\"Email\"", "\"Phone\""));
    var second = load(tap.resume(first));
    assertThat(store.keys("channel_types")).containsExactly("Email", "Phone");
    tap.serves(StandIn.builder().empty("channel_types"));

    var third = load(tap.resume(second));
    var fourth = load(tap.resume(third));

    assertThat(activated(first)).containsExactly(NOW);
    assertThat(activated(second)).containsExactly(NOW + 1);
    assertThat(activated(third)).isEmpty();
    assertThat(activated(fourth)).containsExactly(NOW + 3);
    assertThat(store.keys("channel_types")).isEmpty();
  }

  private StandInBuilder values(String... texts) {
    return StandIn.builder().clock(tap.clock()).rows("channel_types", texts);
  }

  @Test
  void a_look_carries_the_version_of_the_stream_and_begins_none() {
    var first = load(tap.sync());
    days(1);

    var look = load(tap.resume(first, "--test"));

    assertThat(versions(look)).containsExactly(NOW);
    assertThat(activated(look)).isEmpty();
    assertThat(look.state()).isEqualTo(first.state());
  }

  @Test
  void whoever_does_not_ask_for_them_sees_none() {
    tap.without(SETTING);

    var first = load(tap.sync());
    var second = load(refreshed(first));

    assertThat(first.text() + second.text()).doesNotContain("version");
  }

  @Test
  void whoever_asks_no_more_keeps_the_number_for_later() {
    var first = load(tap.sync());
    versions(false);
    var second = load(refreshed(first));
    versions(true);

    var third = load(refreshed(second));

    assertThat(versions(second)).containsExactly(0L);
    assertThat(second.bookmark("gifts").path("version").longValue()).isEqualTo(NOW);
    assertThat(activated(third)).containsExactly(NOW + 1);
    assertStoreIsRight();
  }
}
