package io.github.tapvirtuous.sync.inbox;

import static io.github.tapvirtuous.event.Event.Kind.CREATE;
import static io.github.tapvirtuous.event.Event.Kind.DELETE;
import static io.github.tapvirtuous.event.Event.Kind.UPDATE;
import static io.github.tapvirtuous.sync.inbox.TestInbox.deleted;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.event.Event.Kind;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import io.github.tapvirtuous.testing.output.SingerOutput;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a run brings that asks nobody for the rows that events tell of. */
final class PayloadModeTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration LONG = Duration.ofMinutes(90);

  @RegisterExtension final Tap tap = Tap.patient().tables("gifts");

  private TestInbox only() {
    tap.serves(StandIn.builder().clock(tap.clock()).ids("gifts", 1, 2, 3));
    return TestInbox.of(tap, ",\"only\":true,\"mode\":\"payload\"");
  }

  private TestInbox beside() {
    tap.serves(StandIn.builder().clock(tap.clock()).ids("gifts", 1, 2, 3));
    return TestInbox.of(tap, ",\"mode\":\"payload\"");
  }

  private static List<String> rows(TapRun run) {
    return run.records("gifts").stream().map(Object::toString).toList();
  }

  @Test
  void a_row_has_the_fields_of_its_events_and_no_request_is_made() {
    var inbox = only();
    inbox
        .told("gifts", 7, UPDATE, LONG, "{\"id\":7,\"amount\":1.10,\"batch\":\"A\"}")
        .told("gifts", 7, UPDATE, HOUR, "{\"id\":7,\"amount\":2.20,\"_sdc_x\":1}")
        .told("gifts", 8, DELETE, HOUR);

    var run = tap.sync();

    SingerOutput.check(run.stdout());
    assertThat(rows(run).get(0)).isEqualTo("{\"id\":7,\"amount\":2.20,\"batch\":\"A\"}");
    assertThat(deleted(run, "gifts")).containsExactly(8L);
    assertThat(tap.standIn().requestCount()).isZero();
    assertThat(run.logText())
        .contains("events read 3, folded 1, superseded 0, refetched 0, deleted 1");
  }

  @Test
  void what_a_whole_read_has_brought_since_is_superseded() {
    var inbox = beside();
    inbox
        .told("gifts", 1, UPDATE, Duration.ofMinutes(6), "{\"id\":1,\"batch\":\"old\"}")
        .told("gifts", 2, UPDATE, Duration.ofMinutes(4), "{\"id\":2,\"batch\":\"new\"}");

    var run = tap.sync();

    SingerOutput.check(run.stdout());
    assertThat(run.ids("gifts")).containsExactly(1L, 2L, 3L, 2L);
    assertThat(run.logText())
        .contains("events read 2, folded 0, superseded 1, refetched 0, deleted 0");
  }

  @Test
  void a_delete_is_superseded_only_if_the_run_has_read_its_row() {
    var inbox = beside();
    inbox.told("gifts", 3, DELETE, HOUR).told("gifts", 9, DELETE, HOUR);

    var run = tap.sync();

    assertThat(deleted(run, "gifts")).containsExactly(9L);
    assertThat(run.logText()).contains("superseded 1");
  }

  @Test
  void nothing_older_follows_what_a_state_has_confirmed() {
    var inbox = only();
    inbox.told("gifts", 7, UPDATE, HOUR, "{\"id\":7,\"batch\":\"new\"}");
    var first = tap.sync();

    for (var kind : List.of(CREATE, DELETE)) {
      inbox.told("gifts", 7, kind, LONG, "{\"id\":7,\"batch\":\"old\"}");
    }
    var second = tap.resume(first);

    assertThat(rows(first)).containsExactly("{\"id\":7,\"batch\":\"new\"}");
    assertThat(rows(second)).isEmpty();
    assertThat(second.logText()).contains("superseded 2");
  }

  @Test
  void what_was_never_confirmed_is_sent_again() {
    var inbox = only();
    inbox.told("gifts", 7, UPDATE, HOUR, "{\"id\":7,\"batch\":\"new\"}");

    var first = tap.sync();
    var second = tap.sync();

    assertThat(rows(second)).isEqualTo(rows(first)).hasSize(1);
  }

  @Test
  void fields_that_the_catalog_leaves_out_do_not_leave() {
    var inbox = only();
    tap.keysOf("gifts");
    inbox.told("gifts", 7, UPDATE, HOUR, "{\"id\":7,\"amount\":1.10,\"batch\":\"A\"}");

    var run = tap.sync();

    assertThat(rows(run)).containsExactly("{\"id\":7}");
  }

  @Test
  void many_events_are_said_in_several_steps() {
    var inbox = only();
    var keys = LongStream.range(1, 10_500).boxed().toList();
    inbox.told("gifts", keys, Kind.UPDATE);

    var run = tap.sync();

    assertThat(run.ids("gifts")).isEqualTo(keys);
    assertThat(run.states().stream().map(state -> state.at("/bookmarks/gifts/inbox/number")))
        .anyMatch(number -> number.asLong() == 10_000)
        .anyMatch(number -> number.asLong() == 10_499);
  }

  @Test
  void a_delete_leaves_though_the_same_run_has_said_an_earlier_change_of_its_row() {
    var inbox = only();
    inbox.told("gifts", 7, UPDATE, LONG, "{\"id\":7,\"batch\":\"A\"}");
    inbox.told("gifts", LongStream.range(1_000, 11_000).boxed().toList(), UPDATE);
    inbox.told("gifts", 7, DELETE, HOUR);

    var run = tap.sync();

    assertThat(deleted(run, "gifts")).containsExactly(7L);
    assertThat(run.logText()).contains("superseded 0");
  }

  /** A signal comes with the first record. */
  private static final class Signal extends ByteArrayOutputStream {
    @Override
    public synchronized void write(byte[] bytes, int start, int length) {
      super.write(bytes, start, length);
      if (toString(UTF_8).contains("RECORD")) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void a_run_that_is_stopped_ends_though_it_asks_nobody() {
    only().told("gifts", LongStream.range(1, 10_500).boxed().toList(), UPDATE);

    var run = tap.syncInto(new Signal());
    var isStopped = Thread.interrupted();

    assertThat(isStopped).isTrue();
    assertThat(run.errors()).singleElement().asString().contains("The run was stopped");
    assertThat(run.bookmark("gifts").at("/inbox/number").asLong()).isEqualTo(10_000);
  }
}
