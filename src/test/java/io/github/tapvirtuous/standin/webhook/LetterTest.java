package io.github.tapvirtuous.standin.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.http.Samples;
import io.github.tapvirtuous.standin.rows.Row;
import io.github.tapvirtuous.standin.rows.RowChange;
import io.github.tapvirtuous.standin.rows.RowFacts;
import io.github.tapvirtuous.table.TableMap;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a subscriber is told, held to the payloads that are known. */
final class LetterTest {
  private static final Instant AT = Instant.parse("2024-12-16T07:04:00.1234567Z");

  private static Notice notice(String table, RowChange.Kind kind) {
    var named = TableMap.named(table).orElseThrow();
    return notice(table, kind, Samples.rows(named).get(0).toString());
  }

  private static Notice notice(String table, RowChange.Kind kind, String json) {
    var named = TableMap.named(table).orElseThrow();
    var facts = RowFacts.of(json, named);
    var change = new RowChange(named, kind, facts.key(), Row.verbatim(json, facts));
    return new Notice(change, new UUID(0, 4), AT);
  }

  private static Letter letter(String secret, Notice... notices) {
    return new Letter(new Subscriber("http://x.example", secret, Set.of()), List.of(notices));
  }

  private static JsonNode body(Notice... notices) {
    return JsonMapper.shared().readTree(letter("", notices).body());
  }

  private static JsonNode known(String payload) throws Exception {
    try (var in = LetterTest.class.getResourceAsStream("/webhooks/" + payload + ".json")) {
      return JsonMapper.shared().readTree(in);
    }
  }

  private static List<String> sortedNames(JsonNode object) {
    return object.propertyNames().stream().sorted().toList();
  }

  @ParameterizedTest
  @CsvSource({
    "contacts, CREATE, contactCreate, contact",
    "contacts, UPDATE, contactUpdate, contact",
    "contact_notes, CREATE, contactNoteCreate, contactNote",
    "contact_notes, UPDATE, contactNoteUpdate, contactNote",
    "contact_notes, DELETE, contactNoteDelete, contactNote",
    "gifts, CREATE, giftCreate, gift",
    "gifts, UPDATE, giftUpdate, gift",
    "gifts, DELETE, giftDelete, gift",
    "projects, CREATE, projectCreate, project",
    "projects, UPDATE, projectUpdate, project",
    "projects, DELETE, projectDelete, project"
  })
  void has_the_fields_of_a_known_payload(
      String table, RowChange.Kind kind, String payload, String root) throws Exception {
    var told = body(notice(table, kind));

    var known = known(payload);
    assertThat(sortedNames(told)).isEqualTo(sortedNames(known));
    assertThat(sortedNames(told.path(root))).isEqualTo(sortedNames(known.path(root)));
    assertThat(told.path("event")).isEqualTo(known.path("event"));
    assertThat(Stream.of("customFields", "giftDesignations", "contactAddresses"))
        .allSatisfy(
            field ->
                assertThat(told.path(root).path(field).getNodeType())
                    .isEqualTo(known.path(root).path(field).getNodeType()));
  }

  @Test
  void says_what_happened_when() {
    var told = body(notice("gifts", RowChange.Kind.UPDATE));

    assertThat(told.path("event").asString()).isEqualTo("GiftUpdate");
    assertThat(told.path("eventId").asString()).isEqualTo("00000000-0000-0000-0000-000000000004");
    assertThat(told.path("eventDateTimeUtc").asString()).isEqualTo("2024-12-16T07:04:00.1234567Z");
  }

  @Test
  void retypes_what_the_api_has_otherwise() {
    var gift = body(notice("gifts", RowChange.Kind.UPDATE)).path("gift");

    assertThat(gift.path("giftType").asString()).isEqualTo("Credit Card");
    assertThat(gift.path("customFields").path("Receipt Status").isString()).isTrue();
    assertThat(gift.path("giftDesignations").path(0).path("giftId").asLong()).isEqualTo(7001);
    assertThat(gift.has("giftDate")).isFalse();
  }

  @Test
  void keeps_the_digits_of_numbers() {
    var gift = "{\"id\":5,\"amount\":100.50}";

    var body = letter("", notice("gifts", RowChange.Kind.UPDATE, gift)).body();

    assertThat(new String(body, StandardCharsets.UTF_8)).contains("\"amount\":100.50,");
  }

  @Test
  void a_broken_row_is_told_by_its_key() {
    var gift = body(notice("gifts", RowChange.Kind.DELETE, "{\"id\":5,\"amount\":")).path("gift");

    assertThat(gift).hasToString("{\"id\":5}");
  }

  @Test
  void several_come_in_models() {
    var one = notice("gifts", RowChange.Kind.DELETE);

    var told = body(one, one);

    assertThat(told.propertyNames()).containsExactly("event", "models");
    assertThat(told.path("models").path(1).propertyNames()).contains("eventId", "gift");
  }

  @Test
  void is_signed_as_the_known_vectors_are() throws Exception {
    for (var vector : known("signature_vectors").path("vectors")) {
      var body = vector.path("body").asString().getBytes(StandardCharsets.UTF_8);

      assertThat(Hmac.of(body, vector.path("secret").asString()))
          .isEqualTo(vector.path("hmac_sha256_base64").asString());
    }
  }

  @Test
  void is_signed_with_the_subscribers_secret_if_there_is_one() {
    var notice = notice("gifts", RowChange.Kind.DELETE);
    var signed = letter("s3cret", notice);

    assertThat(signed.signature()).hasValue(Hmac.of(signed.body(), "s3cret"));
    assertThat(letter("", notice).signature()).isEmpty();
  }
}
