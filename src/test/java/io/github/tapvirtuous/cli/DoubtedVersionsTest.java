package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.faults.Fault;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.PageFaults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.standin.query.Misreading;
import io.github.tapvirtuous.testing.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads after which no row may go, and rows that go only when they are doubted no more. */
final class DoubtedVersionsTest extends VersionedGifts {
  @ParameterizedTest
  @MethodSource("faults")
  @Rule("REC-10")
  void a_read_that_is_not_verified_ends_no_version(Fault fault) {
    var first = load(tap.sync());
    delete(1);
    tap.standIn().plan(When.always().of("gifts"), fault);

    var second = refreshed(first);
    store.load(second);

    assertThat(second.logText()).doesNotContain("gifts: verified");
    assertThat(activated(second)).isEmpty();
    assertThat(store.keys("gifts")).hasSize(GIFTS);
  }

  static Stream<Fault> faults() {
    return Stream.of(
        PageFaults.totalOf(GIFTS + 5), PageFaults.orderByChance(3), Faults.status(404));
  }

  @Test
  void nor_does_one_that_lost_a_row_on_the_way() {
    tap.serves(StandIn.builder().rows("gifts", "{\"id\":1}", "{\"id\":2}", "{\"id\":3}"));
    var first = load(tap.sync());
    tap.serves(StandIn.builder().rows("gifts", "{\"id\":1}", "{\"id\":2}", "{\"amount\":5}"));

    var second = load(tap.resume(first));

    assertThat(second.logText()).contains("could not be sent");
    assertThat(activated(second)).isEmpty();
    assertThat(store.keys("gifts")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 29})
  void when_most_rows_are_gone_two_whole_reads_have_to_agree(int left) {
    var first = load(tap.sync());
    delete(GIFTS - left);

    var second = load(refreshed(first));
    assertThat(store.keys("gifts")).hasSize(GIFTS);
    var third = load(refreshed(second));

    assertThat(activated(second)).isEmpty();
    assertThat(second.warnings()).singleElement().asString().contains("of 60 the last time");
    assertThat(activated(third)).hasSize(1);
    assertThat(third.warnings()).isEmpty();
    assertThat(store.keys("gifts")).hasSize(left);
  }

  @Test
  void half_of_the_rows_are_believed() {
    var first = load(tap.sync());
    delete(GIFTS / 2);

    load(refreshed(first));

    assertStoreIsRight();
  }

  @Test
  void rows_that_had_gone_for_a_while_are_never_lost() {
    var first = load(tap.sync());
    var gone = delete(GIFTS - 1);
    var second = load(refreshed(first));
    gone.forEach(id -> tap.standIn().restore("gifts", id));

    load(refreshed(second));

    assertThat(store.keys("gifts")).hasSize(GIFTS);
    assertStoreIsRight();
  }

  @Test
  void a_table_that_was_always_empty_has_to_say_so_twice() {
    tap.serves(StandIn.builder().clock(tap.clock()).empty("gifts"));

    var first = load(tap.sync());
    var second = load(tap.resume(first));

    assertThat(activated(first)).isEmpty();
    assertThat(first.warnings()).singleElement().asString().contains("gifts: no row came");
    assertThat(activated(second)).hasSize(1);
    assertThat(second.warnings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Misreading.class)
  void however_conditions_are_misread_no_row_goes_that_is_there(Misreading misreading) {
    var run = load(tap.sync());
    for (int day = 1; day < 4; day++) {
      days(1);
      tap.standIn().modifySome("gifts", 3);
      delete(1);
      tap.standIn().misreads("gifts", misreading);
      run = load(tap.resume(run));
      assertThat(store.keys("gifts")).containsAll(ids());
    }
    tap.standIn().misreads("gifts");

    load(refreshed(run));

    assertStoreIsRight();
  }

  private List<String> ids() {
    return tap.standIn().ids("gifts").stream().map(String::valueOf).toList();
  }
}
