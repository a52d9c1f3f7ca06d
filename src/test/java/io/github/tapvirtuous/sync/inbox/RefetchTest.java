package io.github.tapvirtuous.sync.inbox;

import static io.github.tapvirtuous.event.Event.Kind.DELETE;
import static io.github.tapvirtuous.event.Event.Kind.UPDATE;
import static io.github.tapvirtuous.sync.inbox.TestInbox.deleted;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.standin.query.Misreading;
import io.github.tapvirtuous.standin.query.Offer;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.output.SingerOutput;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a run brings that reads nothing but events, and asks the API for their rows. */
final class RefetchTest {
  @RegisterExtension final Tap tap = Tap.patient().tables("gifts");

  private TestInbox withGifts(int count) {
    tap.serves(StandIn.builder().rows("gifts", count, 1));
    return TestInbox.only(tap);
  }

  private List<Long> gifts() {
    return tap.standIn().ids("gifts");
  }

  private List<String> asked() {
    return tap.standIn().requests().stream()
        .map(each -> each.method() + " " + each.path())
        .toList();
  }

  @Test
  void a_row_that_events_tell_of_comes_whole_and_once() {
    var inbox = withGifts(30);
    var key = gifts().get(4);
    inbox.told("gifts", key, UPDATE).told("gifts", key, UPDATE, Duration.ofMinutes(50));

    var run = tap.sync();

    assertThat(run.exitCode()).as("%s", run).isZero();
    SingerOutput.check(run.stdout());
    assertThat(run.ids("gifts")).containsExactly(key);
    assertThat(run.records("gifts").get(0).has("giftTypeFormatted")).isTrue();
    assertThat(run.logText())
        .contains("events read 2, folded 1, superseded 0, refetched 1, deleted 0");
    assertThat(asked()).containsExactly("GET Gift/QueryOptions", "POST Gift/Query/FullGift");
  }

  @Test
  void a_thousand_rows_are_asked_for_at_a_time() {
    var inbox = withGifts(2_500);
    inbox.told("gifts", gifts(), UPDATE);

    var run = tap.sync();

    assertThat(run.ids("gifts")).containsExactlyInAnyOrderElementsOf(gifts());
    assertThat(tap.standIn().requestCount("gifts")).isEqualTo(3);
  }

  @Test
  void what_a_short_reply_lacks_is_asked_for_again() {
    tap.serves(StandIn.builder().rows("gifts", 60, 1).maxTake(25));
    var inbox = TestInbox.only(tap);
    inbox.told("gifts", gifts(), UPDATE);
    var gone = gifts().get(50);
    tap.standIn().delete("gifts", gone);
    inbox.told("gifts", gone, DELETE, Duration.ofMinutes(20));

    var run = tap.sync();

    assertThat(deleted(run, "gifts")).containsExactly(gone);
    assertThat(run.ids("gifts")).hasSize(60).containsAll(gifts());
  }

  @Test
  void a_row_that_is_gone_leaves_as_a_delete() {
    var inbox = withGifts(30);
    var there = gifts().get(3);
    var gone = gifts().get(4);
    inbox.told("gifts", there, UPDATE).told("gifts", gone, DELETE);
    tap.standIn().delete("gifts", gone);

    var run = tap.sync();

    SingerOutput.check(run.stdout());
    assertThat(run.ids("gifts")).containsExactly(there, gone);
    assertThat(deleted(run, "gifts")).containsExactly(gone);
    assertThat(asked()).as("no GET is needed").hasSize(2);
  }

  @Test
  void a_row_that_came_back_after_its_delete_is_sent() {
    var inbox = withGifts(30);
    inbox.told("gifts", gifts().get(4), DELETE);

    var run = tap.sync();

    assertThat(run.ids("gifts")).containsExactly(gifts().get(4));
    assertThat(deleted(run, "gifts")).isEmpty();
  }

  @Test
  void a_row_that_does_not_come_is_asked_for_alone() {
    var inbox = withGifts(30);
    var gone = gifts().get(4);
    inbox.told("gifts", gone, UPDATE);
    tap.standIn().delete("gifts", gone);

    var run = tap.sync();

    assertThat(deleted(run, "gifts")).containsExactly(gone);
    assertThat(asked()).contains("GET Gift/" + gone);
  }

  @Test
  void an_archived_contact_is_no_delete() {
    tap.tables("contacts").serves(StandIn.builder().rows("contacts", 30, 1));
    var inbox = TestInbox.only(tap);
    var keys = tap.standIn().ids("contacts");
    inbox.told("contacts", keys.get(4), UPDATE).told("contacts", keys.get(5), UPDATE);
    tap.standIn().archive("contacts", keys.get(4));
    tap.standIn().delete("contacts", keys.get(5));

    var run = tap.sync();

    assertThat(run.ids("contacts")).containsExactly(keys.get(4), keys.get(5));
    assertThat(deleted(run, "contacts")).containsExactly(keys.get(5));
  }

  @Test
  void no_contact_is_taken_for_gone_that_could_not_be_asked_for_as_archived() {
    tap.tables("contacts")
        .serves(StandIn.builder().rows("contacts", 30, 1).offers("contacts", Offer.WITHOUT_KEY));
    var inbox = TestInbox.only(tap);
    var keys = tap.standIn().ids("contacts");
    inbox.told("contacts", keys.get(4), UPDATE).told("contacts", keys.get(5), UPDATE);
    tap.standIn().archive("contacts", keys.get(4));

    var run = tap.sync();

    assertThat(run.ids("contacts")).containsExactly(keys.get(5));
    assertThat(run.logText()).contains("rows not to be had: 1");
  }

  @ParameterizedTest
  @EnumSource(
      value = Misreading.class,
      names = {"KEYS_IGNORED", "CONDITIONS_IGNORED", "REFUSED"})
  void a_condition_that_is_misread_is_not_asked_again(Misreading how) {
    tap.serves(StandIn.builder().rows("gifts", 30, 1).misreads("gifts", how));
    var inbox = TestInbox.only(tap);
    var gone = gifts().get(7);
    inbox.told("gifts", gifts().get(3), UPDATE).told("gifts", gone, DELETE);
    tap.standIn().delete("gifts", gone);

    var run = tap.sync();

    assertThat(run.exitCode()).isZero();
    assertThat(run.ids("gifts")).containsExactly(gifts().get(3), gone);
    assertThat(deleted(run, "gifts")).containsExactly(gone);
    assertThat(run.logText()).contains("its rows are asked for one by one");
  }

  @Test
  void two_hundred_rows_are_asked_for_alone_in_a_run() {
    tap.serves(StandIn.builder().rows("gifts", 250, 1).offers("gifts", Offer.WITHOUT_KEY));
    var inbox = TestInbox.only(tap);
    inbox.told("gifts", gifts(), UPDATE);

    var first = tap.sync();
    var second = tap.resume(first);

    assertThat(first.exitCode()).isZero();
    assertThat(first.ids("gifts")).isEqualTo(gifts().subList(0, 200));
    assertThat(first.bookmark("gifts").at("/inbox/number").asLong()).isEqualTo(200);
    assertThat(first.logText()).contains("50 that events tell of are left for the next run");
    assertThat(second.ids("gifts")).isEqualTo(gifts().subList(200, 250));
  }

  @Test
  void nothing_is_passed_while_the_api_is_down() {
    var inbox = withGifts(30);
    inbox.told("gifts", gifts().get(4), UPDATE);
    tap.without("retry_limit").set("retry_limit", 2);
    tap.standIn().plan(When.always(), Faults.status(500));

    var run = tap.sync();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.bookmark("gifts").at("/inbox/number").asLong(0)).isZero();
    tap.standIn().plan(When.always());
    assertThat(tap.resume(run).ids("gifts")).containsExactly(gifts().get(4));
  }

  @Test
  void events_say_it_themselves_where_rows_cannot_be_asked_for() {
    tap.serves(
        StandIn.builder()
            .rows("gifts", 30, 1)
            .offers("gifts", Offer.WITHOUT_KEY)
            .lacksSingleRows());
    var inbox = TestInbox.only(tap);
    inbox
        .told("gifts", 7, UPDATE, Duration.ofHours(1), "{\"id\":7,\"amount\":12.50}")
        .told("gifts", 8, DELETE);

    var run = tap.sync();

    SingerOutput.check(run.stdout());
    assertThat(run.exitCode()).isZero();
    assertThat(run.records("gifts").get(0)).hasToString("{\"id\":7,\"amount\":12.50}");
    assertThat(deleted(run, "gifts")).containsExactly(8L);
  }

  @Test
  void many_events_say_it_themselves_in_several_steps() {
    tap.serves(
        StandIn.builder()
            .rows("gifts", 30, 1)
            .offers("gifts", Offer.WITHOUT_KEY)
            .lacksSingleRows());
    var keys = LongStream.range(1, 10_500).boxed().toList();
    TestInbox.only(tap).told("gifts", keys, UPDATE);

    var run = tap.sync();

    SingerOutput.check(run.stdout());
    assertThat(run.ids("gifts")).isEqualTo(keys);
    assertThat(run.messages("SCHEMA")).as("of no more events than memory bears").hasSize(2);
    assertThat(run.bookmark("gifts").at("/inbox/number").asLong()).isEqualTo(10_499);
  }

  @Test
  void nothing_is_made_up_of_a_row_that_the_api_lacks_and_cannot_be_asked_for_alone() {
    tap.serves(StandIn.builder().rows("gifts", 30, 1).lacksSingleRows());
    var inbox = TestInbox.only(tap);
    inbox.told("gifts", 77_777, UPDATE).told("gifts", gifts().get(2), UPDATE);

    var run = tap.sync();

    assertThat(run.ids("gifts")).containsExactly(gifts().get(2));
    assertThat(run.logText()).contains("rows not to be had: 1");
  }
}
