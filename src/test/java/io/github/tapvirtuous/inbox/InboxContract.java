package io.github.tapvirtuous.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.InboxException;
import io.github.tapvirtuous.error.InboxException.Kind;
import io.github.tapvirtuous.event.Event;
import io.github.tapvirtuous.inbox.Inbox.Stored;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every home of an inbox owes, whichever database it is. */
public abstract class InboxContract {
  protected static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
  protected static final Table GIFTS = TableMap.named("gifts").orElseThrow();
  protected static final Table CONTACTS = TableMap.named("contacts").orElseThrow();

  private final List<Inbox> opened = new ArrayList<>();

  /** The same place during a test, and another one in each. */
  protected abstract String location();

  /** A connection of somebody else. */
  protected abstract Connection connection() throws SQLException;

  @AfterEach
  void close() {
    opened.forEach(Inbox::close);
  }

  protected final Inbox open() {
    var inbox = Inboxes.open(location());
    opened.add(inbox);
    return inbox;
  }

  protected static Event event(long key, Event.Kind kind, Instant at, String id, String record) {
    return new Event(GIFTS, key, kind, at, Optional.of(id), 0, record);
  }

  protected static Event gift(long key, String id) {
    return event(key, Event.Kind.UPDATE, NOW, id, "{\"id\":" + key + "}");
  }

  private static Event unnamed(String record, Instant at) {
    return new Event(GIFTS, 7, Event.Kind.UPDATE, at, Optional.empty(), 0, record);
  }

  protected static Stored store(Inbox inbox, Event... events) {
    return inbox.store(List.of(events), NOW).join();
  }

  private static Stored storeAt(Inbox inbox, Instant receivedAt, Event event) {
    return inbox.store(List.of(event), receivedAt).join();
  }

  private static void storeGifts(Inbox inbox, int count) {
    var events = LongStream.rangeClosed(1, count).mapToObj(key -> gift(key, "a" + key));
    inbox.store(events.toList(), NOW).join();
  }

  protected static List<StoredEvent> all(Inbox inbox, Table table) {
    var all = new ArrayList<StoredEvent>();
    var step = inbox.after(table, 0);
    while (!step.isEmpty()) {
      all.addAll(step);
      step = inbox.after(table, all.get(all.size() - 1).number());
    }
    return all;
  }

  protected static List<Long> numbers(Inbox inbox) {
    return all(inbox, GIFTS).stream().map(StoredEvent::number).toList();
  }

  private static List<Long> keys(List<StoredEvent> events) {
    return events.stream().map(each -> each.event().key()).toList();
  }

  @Test
  void an_event_comes_back_as_it_was_stored() {
    var inbox = open();
    var at = Instant.parse("2026-02-28T07:04:00.123456Z");
    var event =
        new Event(
            GIFTS, 7001, Event.Kind.CREATE, at, Optional.of("x-1"), 3, "{\"name\":\"Zoë 🎁\"}");

    var stored = inbox.store(List.of(event), NOW).join();

    assertThat(stored).isEqualTo(new Stored(1, 0));
    assertThat(inbox.after(GIFTS, 0)).containsExactly(new StoredEvent(1, NOW, event));
    assertThat(inbox.after(CONTACTS, 0)).isEmpty();
  }

  @Test
  void identity_and_numbers_outlive_the_program() {
    var first = open();
    store(first, gift(1, "a"), gift(2, "b"));
    first.close();

    var second = open();
    store(second, gift(3, "c"));

    assertThat(second.identity()).isEqualTo(first.identity()).hasSize(36);
    assertThat(numbers(second)).containsExactly(1L, 2L, 3L);
    assertThat(second.highest()).isEqualTo(3);
  }

  @Test
  void of_a_delivery_told_twice_the_first_stays() {
    var inbox = open();
    store(inbox, event(7, Event.Kind.UPDATE, NOW, "a", "{\"id\":7,\"first\":true}"));

    var again = store(inbox, event(7, Event.Kind.UPDATE, NOW, "a", "{\"id\":7}"), gift(8, "b"));

    assertThat(again).isEqualTo(new Stored(1, 1));
    assertThat(all(inbox, GIFTS).get(0).event().record()).contains("first");
    assertThat(keys(all(inbox, GIFTS))).containsExactly(7L, 8L);
  }

  @Test
  void events_of_other_rows_are_no_duplicates_whatever_they_are_called() {
    var inbox = open();
    var contact = new Event(CONTACTS, 7, Event.Kind.UPDATE, NOW, Optional.of("a"), 0, "{\"id\":7}");

    var stored = store(inbox, gift(7, "a"), contact, gift(8, "a"));
    var deleted = store(inbox, event(7, Event.Kind.DELETE, NOW, "a", "{\"id\":7}"));

    assertThat(stored).isEqualTo(new Stored(3, 0));
    assertThat(deleted).isEqualTo(new Stored(1, 0));
  }

  @Test
  void each_place_of_a_delivery_is_an_event() {
    var inbox = open();
    var second = new Event(GIFTS, 2, Event.Kind.UPDATE, NOW, Optional.of("a"), 1, "{}");

    assertThat(store(inbox, gift(1, "a"), second)).isEqualTo(new Stored(2, 0));
    assertThat(store(inbox, gift(1, "a"), second)).isEqualTo(new Stored(0, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "00000000-0000-0000-0000-000000000000"})
  void the_name_of_nothing_is_no_name(String nothing) {
    var inbox = open();

    var stored = store(inbox, gift(1, nothing), gift(2, nothing));

    assertThat(stored).isEqualTo(new Stored(2, 0));
  }

  @Test
  void a_name_that_no_index_could_hold_is_one_all_the_same() {
    var inbox = open();
    var long1 = "\u0000\ud800" + "x".repeat(100_000);

    assertThat(store(inbox, gift(1, long1))).isEqualTo(new Stored(1, 0));
    assertThat(store(inbox, gift(1, long1))).isEqualTo(new Stored(0, 1));
    assertThat(store(inbox, gift(1, long1 + "y"))).isEqualTo(new Stored(1, 0));
  }

  @Test
  void a_record_with_half_a_character_spoils_nothing() {
    var inbox = open();

    store(inbox, event(1, Event.Kind.UPDATE, NOW, "a", "{\"id\":1,\"name\":\"\ud83c\"}"));

    assertThat(all(inbox, GIFTS).get(0).event().record()).isEqualTo("{\"id\":1,\"name\":\"?\"}");
  }

  @Test
  void without_a_name_the_same_body_is_a_duplicate_for_ten_minutes() {
    var inbox = open();
    var said = NOW.minusSeconds(60);

    assertThat(storeAt(inbox, NOW, unnamed("{\"a\":1}", said))).isEqualTo(new Stored(1, 0));
    var soon = NOW.plus(Duration.ofMinutes(9));
    assertThat(storeAt(inbox, soon, unnamed("{\"a\":1}", said))).isEqualTo(new Stored(0, 1));
    var later = NOW.plus(Duration.ofMinutes(11));
    assertThat(storeAt(inbox, later, unnamed("{\"a\":1}", said))).isEqualTo(new Stored(1, 0));
  }

  @Test
  void without_a_name_only_the_newest_event_of_the_key_counts() {
    var inbox = open();
    var said = NOW.minusSeconds(60);

    var back =
        store(
            inbox,
            unnamed("{\"a\":1}", said),
            unnamed("{\"a\":2}", said),
            unnamed("{\"a\":1}", said));

    assertThat(back).isEqualTo(new Stored(3, 0));
  }

  @Test
  void without_a_name_another_time_is_another_body() {
    var inbox = open();

    store(inbox, unnamed("{\"a\":1}", NOW.minusSeconds(60)));

    assertThat(store(inbox, unnamed("{\"a\":1}", NOW.minusSeconds(30))))
        .isEqualTo(new Stored(1, 0));
  }

  @Test
  void a_body_that_says_no_time_is_the_same_whenever_it_comes() {
    var inbox = open();
    var later = NOW.plusSeconds(30);

    storeAt(inbox, NOW, unnamed("{\"a\":1}", NOW));

    assertThat(storeAt(inbox, later, unnamed("{\"a\":1}", later))).isEqualTo(new Stored(0, 1));
  }

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
