package io.github.tapvirtuous.sync.inbox;

import static io.github.tapvirtuous.event.Event.Kind.CREATE;
import static io.github.tapvirtuous.event.Event.Kind.DELETE;
import static io.github.tapvirtuous.event.Event.Kind.UPDATE;
import static io.github.tapvirtuous.sync.inbox.TestInbox.deleted;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.inbox.Inbox;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.output.SingerOutput;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Where the events of an inbox stand in a run, and what is kept of how far they were read. */
final class InboxSyncTest {
  @RegisterExtension final Tap tap = Tap.patient().tables("gifts");

  @BeforeEach
  void serve() {
    tap.serves(StandIn.builder().rows("gifts", 30, 1));
  }

  private List<Long> gifts() {
    return tap.standIn().ids("gifts");
  }

  @Test
  void events_come_after_the_rows_of_their_stream() {
    var inbox = TestInbox.beside(tap);
    inbox.told("gifts", gifts().get(3), UPDATE).told("gifts", 99_999, DELETE);

    var run = tap.sync();

    assertThat(run.exitCode()).as("%s", run).isZero();
    SingerOutput.check(run.stdout());
    assertThat(run.ids("gifts")).startsWith(gifts().toArray(Long[]::new)).hasSize(32);
    assertThat(run.isComplete("gifts")).isTrue();
    assertThat(deleted(run, "gifts")).containsExactly(99_999L);
  }

  @Test
  void the_next_run_goes_on_behind_them() {
    var inbox = TestInbox.only(tap);
    inbox.told("gifts", gifts().get(3), UPDATE);
    var first = tap.sync();

    inbox.told("gifts", gifts().get(4), UPDATE);
    var second = tap.resume(first);

    assertThat(second.ids("gifts")).containsExactly(gifts().get(4));
    assertThat(second.bookmark("gifts").at("/inbox/id").asString())
        .isEqualTo(inbox.<String>with(Inbox::identity));
    assertThat(second.bookmark("gifts").at("/inbox/number").asLong()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"another\",\"number\":1,\"waiting\":[]}",
        "{\"id\":\"%s\",\"number\":900,\"waiting\":[]}",
        "{\"id\":\"%s\",\"number\":\"1\",\"waiting\":7}",
        "7",
      })
  void a_bookmark_that_is_not_of_this_inbox_counts_for_nothing(String bookmark) {
    var inbox = TestInbox.only(tap);
    inbox.told("gifts", gifts().get(3), UPDATE);
    var json = bookmark.formatted(inbox.<String>with(Inbox::identity));

    var run = tap.resume(StrictJson.of("{\"bookmarks\":{\"gifts\":{\"inbox\":" + json + "}}}"));

    assertThat(run.ids("gifts")).containsExactly(gifts().get(3));
  }

  @Test
  void what_others_left_in_a_bookmark_stays() {
    var inbox = TestInbox.only(tap);
    inbox.told("gifts", gifts().get(3), UPDATE);
    var state =
        StrictJson.of("{\"bookmarks\":{\"gifts\":{\"replication_key\":\"a\",\"mine\":[1]}}}");

    var run = tap.resume(state);

    assertThat(run.bookmark("gifts").path("mine")).hasToString("[1]");
    assertThat(run.bookmark("gifts").at("/inbox/number").asLong()).isEqualTo(1);
  }

  @Test
  void a_scan_after_runs_for_events_alone_begins_without_a_warning() {
    var inbox = TestInbox.only(tap);
    inbox.told("gifts", gifts().get(3), UPDATE);
    var first = tap.sync();

    inbox.set("");
    var second = tap.resume(first);

    assertThat(second.warnings()).isEmpty();
    assertThat(second.ids("gifts")).isEqualTo(gifts());
    assertThat(second.bookmark("gifts").path("inbox"))
        .isEqualTo(first.bookmark("gifts").path("inbox"));
  }

  @Test
  void events_are_forgotten_once_a_state_comes_back_that_has_passed_them() {
    var inbox = TestInbox.only(tap);
    inbox
        .told("gifts", gifts().get(3), UPDATE)
        .told("gifts", 99_999, CREATE, Duration.ofMinutes(1));

    var first = tap.sync();
    var afterFirst = inbox.depth();
    var second = tap.resume(first);

    assertThat(afterFirst).isEqualTo(2);
    assertThat(inbox.depth()).as("what waits is kept").isEqualTo(1);
    assertThat(second.exitCode()).isZero();
  }

  @Test
  void old_events_of_streams_that_nobody_reads_are_forgotten() {
    var inbox = TestInbox.only(tap);
    inbox.told("projects", 1, UPDATE).told("gifts", gifts().get(3), UPDATE);
    tap.clock().step(Duration.ofDays(31));

    var run = tap.sync();

    assertThat(run.ids("gifts")).hasSize(1);
    assertThat(inbox.depth()).isEqualTo(1);
  }

  @Test
  void rows_and_deletes_carry_the_version_of_their_stream() {
    tap.set("emit_activate_version_messages", "true");
    var inbox = TestInbox.beside(tap);
    var first = tap.sync();

    inbox.told("gifts", gifts().get(3), UPDATE).told("gifts", 99_999, DELETE);
    inbox.set(",\"only\":true");
    var second = tap.resume(first);

    SingerOutput.check(second.stdout());
    var version = first.bookmark("gifts").path("version").asLong();
    assertThat(second.messages("RECORD")).hasSize(2).allMatch(each -> is(each, version));
    assertThat(second.messages("ACTIVATE_VERSION")).isEmpty();
  }

  private static boolean is(JsonNode record, long version) {
    return record.path("version").asLong() == version;
  }

  @Test
  void events_alone_need_an_inbox() {
    tap.set("webhook", "{\"only\":true}");

    var run = tap.sync();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.logText()).contains("\"webhook.only\"").contains("Set \"webhook.inbox\"");
  }

  @Test
  void streams_without_events_are_not_read_and_said_once() {
    tap.tables("gifts", "pledges", "segments");
    TestInbox.only(tap).told("gifts", gifts().get(3), UPDATE);

    var run = tap.sync();

    assertThat(run.exitCode()).isZero();
    assertThat(run.streams()).containsExactly("gifts");
    assertThat(run.log())
        .filteredOn(line -> line.contains("pledges"))
        .singleElement()
        .asString()
        .contains("2 streams have no events");
  }

  @Test
  void a_run_without_events_asks_for_nothing() {
    TestInbox.only(tap);

    var run = tap.sync();

    assertThat(run.exitCode()).isZero();
    assertThat(tap.standIn().requestCount()).isZero();
    assertThat(run.messages()).hasSize(2);
  }

  @Test
  void where_requests_are_used_up_the_next_run_goes_on() {
    tap.serves(StandIn.builder().rows("gifts", 60, 1).maxTake(20)).set("max_requests", 2);
    TestInbox.only(tap).told("gifts", gifts(), UPDATE).told("gifts", 99_999, DELETE);

    var first = tap.sync();
    var second = tap.resume(first);

    assertThat(first.exitCode()).as("%s", first).isZero();
    assertThat(first.ids("gifts")).isEqualTo(gifts().subList(0, 20));
    assertThat(first.bookmark("gifts").at("/inbox/number").asLong()).isEqualTo(20);
    assertThat(second.ids("gifts")).isEqualTo(gifts().subList(20, 40));
  }

  @Test
  void a_missing_inbox_is_told_before_anything_is_asked_for() {
    tap.set("webhook", "{\"inbox\":\"" + tap.folder().resolve("none.db") + "\"}");

    var run = tap.sync();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(tap.standIn().requestCount()).isZero();
  }
}
