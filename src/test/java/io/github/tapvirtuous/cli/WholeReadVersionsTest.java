package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import io.github.tapvirtuous.standin.faults.Fault;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.PageFaults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.standin.query.Misreading;
import io.github.tapvirtuous.standin.query.Offer;
import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import io.github.tapvirtuous.testing.output.Messages;
import io.github.tapvirtuous.testing.output.SingerOutput;
import io.github.tapvirtuous.testing.output.VersionedStore;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole reads that tell a target what is gone, and all the reads that must not. */
class WholeReadVersionsTest {
  private static final int GIFTS = 60;
  private static final long NOW = Tap.NOW.getEpochSecond();
  private static final String SETTING = "emit_activate_version_messages";

  private static final String MODIFIED = "modifiedDateTimeUtc";
  private static final String FRESH = "{\"type\":\"STATE\",\"value\":{}}";

  @RegisterExtension private final Tap tap = new Tap();

  private final VersionedStore store = new VersionedStore();

  @BeforeEach
  void gifts_with_versions() {
    tap.tables("gifts").set("page_size", 10).set("sample_size", 10).serves(gifts());
    versions(true);
  }

  private StandInBuilder gifts() {
    return StandIn.builder()
        .clock(tap.clock())
        .rows("gifts", GIFTS, 7)
        .offers("gifts", Offer.KEY_LISTS);
  }

  private void versions(boolean said) {
    tap.set(SETTING, String.valueOf(said));
  }

  private TapRun load(TapRun run) {
    SingerOutput.check(run.stdout());
    store.load(run);
    return run;
  }

  private void days(int number) {
    tap.clock().step(Duration.ofDays(number));
  }

  private TapRun interrupted(Messages before) {
    tap.set("max_requests", 4);
    var run = load(tap.resume(before));
    tap.without("max_requests");
    assertThat(run.logText()).contains("gifts: unfinished at ");
    return run;
  }

  private TapRun refreshed(Messages before) {
    tap.set("full_refresh", "[\"gifts\"]");
    return tap.resume(before);
  }

  /** The first so many gifts that are there. */
  private List<Long> delete(int count) {
    var gone = List.copyOf(tap.standIn().ids("gifts").subList(0, count));
    gone.forEach(id -> tap.standIn().delete("gifts", id));
    return gone;
  }

  private List<String> ids() {
    return tap.standIn().ids("gifts").stream().map(String::valueOf).toList();
  }

  private StandInBuilder values(String... texts) {
    return StandIn.builder().clock(tap.clock()).rows("channel_types", texts);
  }

  private static List<Long> versions(TapRun run) {
    return run.messages("RECORD").stream()
        .map(each -> each.path("version").asLong(0))
        .distinct()
        .toList();
  }

  private static List<Long> activated(TapRun run) {
    return run.messages("ACTIVATE_VERSION").stream()
        .map(each -> each.path("version").longValue())
        .toList();
  }

  /** As a target is that never held anything before. */
  private void assertStoreIsRight() {
    var truth = new VersionedStore();
    truth.load(tap.sync());

    assertThat(store.column("gifts", MODIFIED)).isEqualTo(truth.column("gifts", MODIFIED));
  }

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
  void versions_grow_though_the_clock_stands_still() {
    var first = load(tap.sync());

    var second = load(tap.set("full_refresh", "[\"gifts\"]").resume(first));

    assertThat(activated(second)).containsExactly(NOW + 1);
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

  static Stream<Fault> faults() {
    return Stream.of(
        PageFaults.totalOf(GIFTS + 5), PageFaults.orderByChance(3), Faults.status(404));
  }

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
