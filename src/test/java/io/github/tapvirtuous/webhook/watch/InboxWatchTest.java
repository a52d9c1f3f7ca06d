package io.github.tapvirtuous.webhook.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.InboxException;
import io.github.tapvirtuous.error.InboxException.Kind;
import io.github.tapvirtuous.event.Event;
import io.github.tapvirtuous.inbox.Inbox;
import io.github.tapvirtuous.inbox.Inboxes;
import io.github.tapvirtuous.standin.access.SteppingClock;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.LogLines;
import io.github.tapvirtuous.testing.TestFolder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class InboxWatchTest {
  private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
  private static final Table GIFTS = TableMap.named("gifts").orElseThrow();
  private static final Table PROJECTS = TableMap.named("projects").orElseThrow();

  @RegisterExtension private final TestFolder folder = new TestFolder();
  @RegisterExtension private final LogLines log = new LogLines();

  private final SteppingClock clock = new SteppingClock(NOW);
  private Optional<Inbox> inbox = Optional.empty();

  @BeforeEach
  void open() {
    inbox = Optional.of(Inboxes.open(folder.path().resolve("inbox.db").toString()));
  }

  @AfterEach
  void close() {
    inbox.orElseThrow().close();
  }

  @Test
  void old_events_go_of_tables_alone_that_no_sync_selects() {
    store(GIFTS, NOW.minus(Duration.ofDays(31)));
    store(PROJECTS, NOW.minus(Duration.ofDays(31)));
    store(PROJECTS, NOW.minus(Duration.ofDays(29)));

    watch().purge();

    assertThat(inbox.orElseThrow().after(GIFTS, 0)).hasSize(1);
    assertThat(inbox.orElseThrow().after(PROJECTS, 0)).hasSize(1);
    assertThat(log.messages()).anyMatch(line -> line.startsWith("Forgot 1 old events"));
  }

  @Test
  void it_says_once_that_the_inbox_fails_and_once_that_it_works() {
    var watch = watch();

    watch.failed(new InboxException(Kind.AWAY, "The inbox is away.", "Start it."));
    watch.failed(new InboxException(Kind.AWAY, "The inbox is away.", "Start it."));
    assertThat(watch.isReady()).isFalse();
    watch.look();
    watch.works();

    assertThat(watch.isReady()).isTrue();
    assertThat(log.messages())
        .containsExactly(
            "The inbox is away. Start it. Until it takes events, requests are answered with 503.",
            "The inbox takes events again.");
  }

  @Test
  void an_inbox_that_comes_and_goes_is_spoken_of_once_a_minute() {
    var watch = watch();

    for (var i = 0; i < 100; i++) {
      watch.failed(new InboxException(Kind.BUSY, "The inbox is held.", "Wait."));
      watch.works();
    }

    assertThat(log.messages()).hasSize(2);
    assertThat(watch.isReady()).isTrue();
  }

  @Test
  void a_full_disk_is_given_a_minute_since_nothing_finds_room_anywhere() {
    var watch = watch();

    watch.failed(new InboxException(Kind.FULL, "The inbox is full.", "Make room."));
    watch.look();
    assertThat(watch.isReady()).isFalse();
    clock.step(Duration.ofMinutes(1));
    watch.look();

    assertThat(watch.isReady()).isTrue();
  }

  @Test
  void an_inbox_that_takes_nothing_is_seen_before_an_event_comes() {
    var watch = watch();

    inbox.orElseThrow().close();

    assertThatThrownBy(watch::look).isInstanceOf(InboxException.class);
  }

  @Test
  void it_knows_how_much_waits() {
    store(GIFTS, NOW.minus(Duration.ofHours(1)));
    var watch = watch();

    watch.look();

    assertThat(watch.contents().depth()).isEqualTo(1);
    assertThat(watch.contents().oldest()).contains(NOW.minus(Duration.ofHours(1)));
  }

  private InboxWatch watch() {
    var keeping = new Keeping(List.of(GIFTS), Duration.ofDays(30));
    return new InboxWatch(inbox.orElseThrow(), clock, keeping);
  }

  private void store(Table table, Instant at) {
    var id = Optional.of(table.name() + at);
    var event = new Event(table, 7001, Event.Kind.UPDATE, at, id, 0, "{\"id\":7001}");
    inbox.orElseThrow().store(List.of(event), at).join();
  }
}
