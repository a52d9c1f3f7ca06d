package io.github.tapvirtuous.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.InboxException;
import io.github.tapvirtuous.error.InboxException.Kind;
import io.github.tapvirtuous.event.Event;
import io.github.tapvirtuous.inbox.Inbox.Stored;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every home of an inbox owes, whichever database it is. */
public abstract class InboxContract extends StoringContract {
  @Test
  void no_number_is_given_twice_even_after_a_purge_of_all() {
    var inbox = open();
    storeGifts(inbox, 3);

    assertThat(inbox.purge(GIFTS, 3, List.of())).isEqualTo(3);
    inbox.close();
    var again = open();
    store(again, gift(9, "new"));

    assertThat(numbers(again)).containsExactly(4L);
  }

  @Test
  void a_purge_spares_what_waits_and_what_is_beyond() {
    var inbox = open();
    storeGifts(inbox, 5);

    var gone = inbox.purge(GIFTS, 4, List.of(2L));

    assertThat(gone).isEqualTo(3);
    assertThat(numbers(inbox)).containsExactly(2L, 5L);
    assertThat(inbox.purge(CONTACTS, 5, List.of())).isZero();
  }

  @Test
  void a_purge_keeps_the_newest_time_of_each_key() {
    var inbox = open();
    var early = NOW.minusSeconds(100);
    store(
        inbox,
        event(1, Event.Kind.UPDATE, NOW, "a", "{}"),
        event(1, Event.Kind.UPDATE, early, "b", "{}"),
        event(2, Event.Kind.DELETE, early, "c", "{}"),
        gift(3, "d"));

    inbox.purge(GIFTS, 1, List.of());
    inbox.purge(GIFTS, 3, List.of());

    assertThat(inbox.confirmed(GIFTS, List.of(1L, 2L, 3L))).isEqualTo(Map.of(1L, NOW, 2L, early));
    assertThat(inbox.confirmed(CONTACTS, List.of(1L))).isEmpty();
    assertThat(inbox.confirmed(GIFTS, List.of())).isEmpty();
  }

  @Test
  void a_large_purge_takes_all() {
    var inbox = open();
    storeGifts(inbox, 2500);

    assertThat(inbox.purge(GIFTS, 2400, List.of(3L))).isEqualTo(2399);
    assertThat(inbox.contents().depth()).isEqualTo(101);
  }

  @Test
  void old_events_of_tables_that_nobody_selects_are_forgotten() {
    var inbox = open();
    var contact = new Event(CONTACTS, 1, Event.Kind.UPDATE, NOW, Optional.of("c"), 0, "{}");
    inbox.store(List.of(gift(1, "a"), contact), NOW).join();
    inbox.store(List.of(gift(2, "b")), NOW.plusSeconds(60)).join();

    var gone = inbox.forget(List.of(CONTACTS), NOW.plusSeconds(1));

    assertThat(gone).isEqualTo(1);
    assertThat(keys(all(inbox, GIFTS))).containsExactly(2L);
    assertThat(keys(all(inbox, CONTACTS))).containsExactly(1L);
    assertThat(inbox.confirmed(GIFTS, List.of(1L))).isEmpty();
  }

  @Test
  void contents_are_counted_by_stream_and_kind() {
    var inbox = open();
    inbox.store(List.of(gift(1, "a"), gift(2, "b")), NOW.plusSeconds(5)).join();
    store(inbox, event(3, Event.Kind.DELETE, NOW, "c", "{}"));

    var contents = inbox.contents();

    assertThat(contents.depth()).isEqualTo(3);
    assertThat(contents.oldest()).contains(NOW);
    assertThat(contents.parts())
        .containsExactly(
            new Contents.Part("gifts", Event.Kind.UPDATE, 2, NOW.plusSeconds(5)),
            new Contents.Part("gifts", Event.Kind.DELETE, 1, NOW));
  }

  @Test
  void an_empty_inbox_says_so() {
    var inbox = open();

    assertThat(inbox.contents().depth()).isZero();
    assertThat(inbox.contents().oldest()).isEmpty();
    assertThat(inbox.highest()).isZero();
    assertThat(store(inbox)).isEqualTo(new Stored(0, 0));
  }

  @Test
  void large_events_come_few_at_a_time() {
    var inbox = open();
    var large = "{\"a\":\"" + "x".repeat(3_000_000) + "\"}";
    IntStream.range(0, 3)
        .forEach(i -> store(inbox, event(i, Event.Kind.UPDATE, NOW, "a" + i, large)));

    assertThat(inbox.after(GIFTS, 0)).hasSize(1);
    assertThat(numbers(inbox)).containsExactly(1L, 2L, 3L);
  }

  @Test
  void many_events_come_in_steps_and_some_by_their_numbers() {
    var inbox = open();
    storeGifts(inbox, 1200);

    assertThat(inbox.after(GIFTS, 0)).hasSizeLessThan(1200);
    assertThat(numbers(inbox)).isEqualTo(LongStream.rangeClosed(1, 1200).boxed().toList());
    assertThat(keys(inbox.among(GIFTS, List.of(700L, 5L, 4000L), 0))).containsExactly(5L, 700L);
    assertThat(inbox.among(GIFTS, List.of(5L), 5)).isEmpty();
    assertThat(inbox.among(GIFTS, List.of(), 0)).isEmpty();
  }

  @Test
  void a_reader_passes_no_number_while_two_receivers_store() {
    var receivers = List.of(open(), open());
    var stores = new ArrayList<CompletableFuture<Stored>>();
    for (var i = 0; i < 400; i++) {
      stores.add(receivers.get(i % 2).store(List.of(gift(i, "a" + i)), NOW));
    }
    var all = CompletableFuture.allOf(stores.toArray(CompletableFuture[]::new));

    var seen = new ArrayList<Long>();
    var isLast = false;
    while (!isLast) {
      isLast = all.isDone();
      var from = seen.isEmpty() ? 0 : seen.get(seen.size() - 1);
      receivers.get(0).after(GIFTS, from).forEach(each -> seen.add(each.number()));
    }

    assertThat(seen).isEqualTo(LongStream.rangeClosed(1, 400).boxed().toList());
  }

  @Test
  void what_was_taken_before_the_end_is_stored_and_nothing_after() {
    var inbox = open();
    var taken = IntStream.range(0, 50).mapToObj(i -> inbox.store(List.of(gift(i, "a" + i)), NOW));
    var outcomes = taken.toList();

    inbox.close();

    assertThat(outcomes).allMatch(each -> each.join().stored() == 1);
    assertThat(inbox.store(List.of(gift(99, "z")), NOW)).isCompletedExceptionally();
    assertThat(open().contents().depth()).isEqualTo(50);
  }

  @Test
  void one_that_is_not_there_is_not_made_for_a_reader() {
    assertThatThrownBy(() -> Inboxes.openExisting(location()))
        .isInstanceOfSatisfying(
            InboxException.class, e -> assertThat(e.kind()).isEqualTo(Kind.MISSING))
        .hasMessageContaining("webhook receive makes it");
  }

  @Test
  void one_of_a_newer_version_is_left_alone() throws SQLException {
    open().close();
    try (var connection = connection();
        var statement = connection.createStatement()) {
      statement.executeUpdate("update tap_virtuous_inbox set version = 99");
    }

    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            InboxException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NEWER))
        .hasMessageContaining("newer tap-virtuous (version 99)");
  }

  @Test
  void more_than_can_wait_is_refused_at_once_and_the_rest_is_stored() throws SQLException {
    var inbox = open();
    store(inbox, gift(0, "first"));
    List<CompletableFuture<Stored>> outcomes;
    try (var connection = connection()) {
      hold(connection);
      outcomes =
          IntStream.rangeClosed(1, 2500)
              .mapToObj(i -> inbox.store(List.of(gift(i, "a" + i)), NOW))
              .toList();

      assertThat(outcomes.get(2499)).isCompletedExceptionally();
      assertThat(outcomes.get(0)).isNotDone();
      connection.rollback();
    }

    var stored = outcomes.stream().filter(each -> !each.isCompletedExceptionally()).toList();
    stored.forEach(CompletableFuture::join);
    assertThat(stored).hasSizeBetween(1024, 2048);
    assertThat(inbox.contents().depth()).isEqualTo(1 + stored.size());
  }

  /** Begins a transaction behind which all who write have to wait. */
  protected abstract void hold(Connection connection) throws SQLException;
}
