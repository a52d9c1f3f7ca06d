package io.github.tapvirtuous.sync.inbox;

import static io.github.tapvirtuous.event.Event.Kind.CREATE;
import static io.github.tapvirtuous.event.Event.Kind.DELETE;
import static io.github.tapvirtuous.event.Event.Kind.UPDATE;
import static io.github.tapvirtuous.sync.inbox.TestInbox.deleted;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.event.Event;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.testing.Tap;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Events that may run ahead of the API: what they tell of waits for the next run. */
final class YoungEventsTest {
  @RegisterExtension final Tap tap = Tap.patient().tables("gifts");

  private TestInbox withGifts(int count) {
    tap.serves(StandIn.builder().rows("gifts", count, 1));
    return TestInbox.only(tap);
  }

  private List<Long> gifts() {
    return tap.standIn().ids("gifts");
  }

  @Test
  void a_young_create_waits_and_holds_up_nothing() {
    var inbox = withGifts(30);
    inbox
        .told("gifts", 99_999, CREATE, Duration.ofMinutes(1))
        .told("gifts", gifts().get(0), UPDATE);

    var first = tap.sync();

    assertThat(first.exitCode()).isZero();
    assertThat(first.ids("gifts")).containsExactly(gifts().get(0));
    assertThat(first.bookmark("gifts").at("/inbox/waiting")).hasSize(1);
    assertThat(first.bookmark("gifts").at("/inbox/number").asLong()).isEqualTo(2);
    tap.standIn().create("gifts", "{\"id\":99999}");
    var second = tap.resume(first);
    assertThat(second.ids("gifts")).containsExactly(99_999L);
    assertThat(second.bookmark("gifts").at("/inbox/waiting")).isEmpty();
  }

  @Test
  void a_create_that_never_came_is_a_delete_once_it_is_old() {
    var inbox = withGifts(30);
    inbox.told("gifts", 99_999, CREATE, Duration.ofMinutes(1));

    var first = tap.sync();
    tap.clock().step(Duration.ofMinutes(5));
    var second = tap.resume(first);

    assertThat(first.records("gifts")).isEmpty();
    assertThat(deleted(second, "gifts")).containsExactly(99_999L);
  }

  @Test
  void a_young_delete_waits_while_its_row_still_comes() {
    var inbox = withGifts(30);
    var key = gifts().get(4);
    inbox.told("gifts", key, DELETE, Duration.ofMinutes(1));

    var first = tap.sync();
    tap.standIn().delete("gifts", key);
    var second = tap.resume(first);

    assertThat(first.records("gifts")).isEmpty();
    assertThat(deleted(second, "gifts")).containsExactly(key);
  }

  @Test
  void no_row_that_came_is_said_to_be_gone_where_too_many_wait() {
    tap.serves(StandIn.builder().rows("gifts", 1_010, 1).lacksSingleRows());
    var inbox = TestInbox.only(tap);
    var at = tap.clock().instant().minus(Duration.ofMinutes(1));
    inbox.store(
        gifts().stream()
            .map(key -> TestInbox.event("gifts", key, DELETE, at, "{}"))
            .toArray(Event[]::new));

    var run = tap.sync();

    assertThat(run.records("gifts")).isEmpty();
    assertThat(run.bookmark("gifts").at("/inbox/number").asLong()).isEqualTo(1_000);
  }
}
