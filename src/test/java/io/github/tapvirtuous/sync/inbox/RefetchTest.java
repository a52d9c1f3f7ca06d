package io.github.tapvirtuous.sync.inbox;

import static io.github.tapvirtuous.event.Event.Kind.CREATE;
import static io.github.tapvirtuous.event.Event.Kind.DELETE;
import static io.github.tapvirtuous.event.Event.Kind.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import io.github.tapvirtuous.testing.output.SingerOutput;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a run brings that reads nothing but events, and asks the API for their rows. */
final class RefetchTest {
  @RegisterExtension final Tap tap = Tap.patient().tables("gifts");

  @Test
  void a_row_that_events_tell_of_comes_whole_and_once() {
    tap.serves(StandIn.builder().rows("gifts", 30, 1));
    var inbox = TestInbox.only(tap);
    var key = tap.standIn().ids("gifts").get(4);
    inbox.told("gifts", key, UPDATE).told("gifts", key, UPDATE, Duration.ofMinutes(50));

    var run = tap.sync();

    assertThat(run.exitCode()).as("%s", run).isZero();
    SingerOutput.check(run.stdout());
    assertThat(run.ids("gifts")).containsExactly(key);
    assertThat(run.records("gifts").get(0).path("giftTypeFormatted").isMissingNode()).isFalse();
    assertThat(run.logText())
        .contains("events read 2, folded 1, superseded 0, refetched 1, deleted 0");
    assertThat(asked()).containsExactly("GET Gift/QueryOptions", "POST Gift/Query/FullGift");
  }

  private List<String> asked() {
    return tap.standIn().requests().stream()
        .map(each -> each.method() + " " + each.path())
        .toList();
  }

  @Test
  void a_row_that_is_gone_leaves_as_a_delete() {
    tap.serves(StandIn.builder().rows("gifts", 30, 1));
    var inbox = TestInbox.only(tap);
    var keys = tap.standIn().ids("gifts");
    inbox.told("gifts", keys.get(3), UPDATE).told("gifts", keys.get(4), DELETE);
    tap.standIn().delete("gifts", keys.get(4));

    var run = tap.sync();

    SingerOutput.check(run.stdout());
    assertThat(run.ids("gifts")).containsExactly(keys.get(3), keys.get(4));
    assertThat(deleted(run)).containsExactly(keys.get(4));
    assertThat(asked()).as("no GET is needed").hasSize(2);
  }

  static List<Long> deleted(TapRun run) {
    return run.records("gifts").stream()
        .filter(row -> row.has("_sdc_deleted_at"))
        .map(row -> row.path("id").asLong())
        .toList();
  }

  @Test
  void a_young_create_waits_for_the_api() {
    tap.serves(StandIn.builder().rows("gifts", 30, 1));
    var inbox = TestInbox.only(tap);
    inbox.told("gifts", 99_999, CREATE, Duration.ofMinutes(1));

    var first = tap.sync();

    assertThat(first.records("gifts")).isEmpty();
    assertThat(first.bookmark("gifts").at("/inbox/waiting")).hasSize(1);
    tap.standIn().create("gifts", "{\"id\":99999}");
    var second = tap.resume(first);
    assertThat(second.ids("gifts")).containsExactly(99_999L);
    assertThat(second.bookmark("gifts").at("/inbox/waiting")).isEmpty();
  }
}
