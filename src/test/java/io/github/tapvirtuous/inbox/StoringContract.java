package io.github.tapvirtuous.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.event.Event;
import io.github.tapvirtuous.inbox.Inbox.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of events, and which of them are duplicates. */
public abstract class StoringContract extends InboxFixture {
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
}
