package io.github.tapvirtuous.event;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.tapvirtuous.event.Event.Kind;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeliveryTest {
  @Test
  void a_flat_payload_is_one_event() throws IOException {
    var event = Payloads.only(Payloads.sample("giftUpdate.json"));

    assertThat(event.table().name()).isEqualTo("gifts");
    assertThat(event.key()).isEqualTo(7001);
    assertThat(event.kind()).isEqualTo(Kind.UPDATE);
    assertThat(event.at()).isEqualTo("2024-12-16T07:04:00.123456Z");
    assertThat(event.id()).contains("00000000-0000-4000-8000-000000000004");
    assertThat(event.place()).isZero();
    assertThat(event.record())
        .startsWith("{\"id\":7001,\"transactionSource\":\"ExampleForms\"")
        .contains("\"amount\":500.0,");
  }

  @Test
  void a_batch_is_an_event_for_each_model_in_its_place() {
    var delivery =
        Payloads.read(
            "{\"event\":\"GiftUpdate\",\"eventId\":\"e\",\"models\":["
                + "{\"gift\":{\"id\":1,\"amount\":1.50}},{\"id\":2,\"gift\":{\"amount\":2}},"
                + "{\"gift\":{}},{\"id\":4,\"amount\":4,\"customFields\":{\"id\":9}}]}");

    assertThat(delivery.events())
        .extracting(Event::key, Event::place, Event::record)
        .containsExactly(
            tuple(1L, 0, "{\"id\":1,\"amount\":1.50}"),
            tuple(2L, 1, "{\"amount\":2}"),
            tuple(4L, 3, "{\"id\":4,\"amount\":4,\"customFields\":{\"id\":9}}"));
    assertThat(delivery.events()).allMatch(event -> event.id().equals(Optional.of("e")));
    assertThat(delivery.unknown()).isEqualTo(1);
  }

  @Test
  void the_documented_envelope_is_read() throws IOException {
    var event = Payloads.only(Payloads.sample("documented_envelope/giftDelete.json"));

    assertThat(event).hasToString("giftDelete 7003 at 2024-12-16T07:05:00Z");
    assertThat(event.id()).contains("evt_000005");
  }

  static Stream<String> switches() {
    return TableMap.all().stream().map(Table::webhook).flatMap(each -> each.events().stream());
  }

  @ParameterizedTest
  @MethodSource("switches")
  void every_event_of_the_table_map_is_known(String name) {
    var event = Payloads.only("{\"event\":\"" + name + "\",\"id\":1}");

    assertThat(event.toString()).startsWith(name + " 1 ");
    assertThat(event.table().webhook().events()).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"giftUpdate", "GiftUpdate", "GIFTUPDATE", "gift.updated", "Gift.Update"})
  void the_name_of_an_event_is_read_in_any_spelling(String name) {
    assertThat(Payloads.only("{\"eventType\":\"" + name + "\",\"gift\":{\"id\":1}}").kind())
        .isEqualTo(Kind.UPDATE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"GiftDelete\",\"gift\":{\"id\":7}}",
        "{\"event\":\"GiftDelete\",\"data\":{\"id\":7}}",
        "{\"event\":\"GiftDelete\",\"thing\":{\"id\":7},\"organization\":{\"id\":1},"
            + "\"organizationUser\":{\"id\":2}}",
        "{\"event\":\"GiftDelete\",\"id\":7,\"organization\":{\"id\":1}}",
        "{\"event\":\"GiftDelete\",\"id\":7,\"a\":{\"id\":1},\"b\":{\"id\":2}}",
        "{\"event\":\"GiftDelete\",\"gift\":{\"id\":\"7\"}}",
        "{\"event\":\"GiftDelete\",\"gift\":{\"id\":7.0}}",
        "{\"event\":\"GiftDelete\",\"gift\":{\"id\":7},\"gift\":{\"id\":8}}",
        "\uFEFF {\"event\":\"GiftDelete\",\"gift\":{\"id\":7}}",
        "[{\"event\":\"GiftDelete\",\"gift\":{\"id\":7}}]",
      })
  void the_record_is_found_wherever_it_was_seen(String body) {
    assertThat(Payloads.only(body).key()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"FormSubmission\",\"formSubmission\":{\"id\":1}}",
        "{\"event\":\"EventCreate\",\"generosityEvent\":{\"id\":1}}",
        "{\"event\":\"giftExplode\",\"gift\":{\"id\":1}}",
        "{\"event\":\"GiftUpdate\"}",
        "{\"event\":\"GiftUpdate\",\"gift\":{}}",
        "{\"event\":\"GiftUpdate\",\"gift\":{\"id\":\"seven\"}}",
        "{\"event\":\"GiftUpdate\",\"gift\":{\"id\":7.5}}",
        "{\"event\":\"GiftUpdate\",\"gift\":{\"id\":null}}",
        "{\"event\":\"GiftUpdate\",\"gift\":{\"id\":{\"id\":7}}}",
        "{\"event\":\"GiftUpdate\",\"gift\":{\"id\":9223372036854775808}}",
        "{\"event\":\"GiftUpdate\",\"gift\":{\"id\":1e999999999}}",
        "{\"event\":\"GiftUpdate\",\"models\":[7]}",
      })
  void what_is_unknown_is_counted_and_no_error(String body) {
    var delivery = Payloads.read(body);

    assertThat(delivery.events()).isEmpty();
    assertThat(delivery.unknown()).isEqualTo(1);
    assertThat(delivery.nameless()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "7",
        "\"event\"",
        "null",
        "[[]]",
        "{\"event\":{\"id\":1}}",
        "{\"event\":null}"
      })
  void what_names_no_event_is_no_payload(String body) {
    var delivery = Payloads.read(body);

    assertThat(delivery.events()).isEmpty();
    assertThat(delivery.nameless()).isEqualTo(1);
    assertThat(delivery.unknown()).isEqualTo(1);
  }

  @Test
  void an_empty_list_tells_nothing() {
    assertThat(Payloads.read("[]")).isEqualTo(new Delivery(List.of(), 0, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T01:00:00Z, 2026-03-01T01:00:00Z",
    "2026-03-01T01:00:00.1234567Z, 2026-03-01T01:00:00.123456Z",
    "2026-03-01T01:00:00, 2026-03-01T01:00:00Z",
    "2026-03-01T01:00:00+05:00, 2026-02-28T20:00:00Z",
    "2026-03-01T02:00:01Z, 2026-03-01T02:00:00Z",
    "9999-12-31T23:59:59Z, 2026-03-01T02:00:00Z",
    "0001-01-01T00:00:00, 2026-03-01T02:00:00Z",
    "yesterday, 2026-03-01T02:00:00Z",
    "'', 2026-03-01T02:00:00Z",
  })
  void an_event_happened_when_it_says_but_never_after_it_came(String said, Instant expected) {
    var body = "{\"event\":\"GiftUpdate\",\"eventDateTimeUtc\":\"" + said + "\",\"id\":1}";

    assertThat(Payloads.only(body).at()).isEqualTo(expected);
  }

  @Test
  void an_id_that_is_no_short_text_is_none() {
    var empty = Payloads.only("{\"event\":\"GiftUpdate\",\"eventId\":\"\",\"id\":1}");
    var endless =
        Payloads.only(
            "{\"event\":\"GiftUpdate\",\"eventId\":\"" + "7".repeat(1_000) + "\",\"id\":1}");
    var number = Payloads.only("{\"event\":\"GiftUpdate\",\"eventId\":12,\"id\":1}");

    assertThat(empty.id()).isEmpty();
    assertThat(endless.id()).isEmpty();
    assertThat(number.id()).contains("12");
  }

  @Test
  void a_record_keeps_its_digits_and_loses_what_breaks_stores() {
    var record =
        Payloads.only(
                "{\"event\":\"GiftUpdate\",\"gift\":{\"id\":1, \"a\":12345678901234567890.120,"
                    + "\"b\":1E400, \"c\":\"x\\u0000\\ud83dy\", \"d\":[1.10, {\"e\" : true}]}}")
            .record();

    assertThat(record)
        .isEqualTo(
            "{\"id\":1,\"a\":12345678901234567890.120,\"b\":1E400,\"c\":\"x\uFFFDy\","
                + "\"d\":[1.10,{\"e\":true}]}");
  }

  @Test
  void other_encodings_of_unicode_are_read() throws Exception {
    var body = "{\"event\":\"GiftUpdate\",\"gift\":{\"id\":1,\"name\":\"Zoë\"}}".getBytes(UTF_16);

    var delivery = Delivery.read(body, Payloads.RECEIVED);

    assertThat(delivery.events())
        .extracting(Event::record)
        .containsExactly("{\"id\":1,\"name\":\"Zoë\"}");
  }
}
