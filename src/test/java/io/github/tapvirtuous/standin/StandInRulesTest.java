package io.github.tapvirtuous.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.access.RateLimit;
import io.github.tapvirtuous.standin.access.SteppingClock;
import io.github.tapvirtuous.standin.http.StandInRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StandInRulesTest {
  private static final String GIFTS = "Gift/Query/FullGift?skip=0&take=2";
  private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

  @Test
  void refuses_other_keys_other_schemes_and_closed_tables() {
    var standIn = StandIn.builder().keys("k1").schemes("Bearer").forbid("gifts").build();

    assertThat(status(standIn, "Basic k1", "Contact/Query/FullContact")).isEqualTo(401);
    assertThat(status(standIn, "Bearer k2", "Contact/Query/FullContact")).isEqualTo(401);
    assertThat(status(standIn, "Bearer k1", "Contact/Query/FullContact")).isEqualTo(200);
    assertThat(status(standIn, "Bearer k1", GIFTS)).isEqualTo(403);
    assertThat(standIn.requests("gifts").get(0).headers()).doesNotContainKey("authorization");
  }

  private static int status(StandIn standIn, String authorization, String target) {
    var headers = Map.of("Authorization", authorization);
    var request = new StandInRequest("POST", target, headers, new byte[] {'{', '}'});
    return standIn.answer(request).status();
  }

  @Test
  void counts_down_to_429_and_starts_over_with_the_next_hour() {
    var clock = new SteppingClock(NOW);
    var standIn = StandIn.builder().rateLimit(RateLimit.hourly(1, clock)).build();

    var first = Ask.post(standIn, GIFTS, "{}");
    clock.step(Duration.ofMinutes(59));
    var second = Ask.post(standIn, GIFTS, "{}");
    clock.step(Duration.ofMinutes(1));
    var third = Ask.post(standIn, GIFTS, "{}");

    assertThat(first.headers())
        .containsEntry("X-RateLimit-Remaining", "0")
        .containsEntry("X-RateLimit-Reset", Long.toString(NOW.plusSeconds(3600).getEpochSecond()))
        .containsEntry("Date", "Sun, 01 Jun 2025 12:00:00 GMT");
    assertThat(second.status()).isEqualTo(429);
    assertThat(second.headers()).containsEntry("Retry-After", "60");
    assertThat(third.status()).isEqualTo(200);
  }

  @Test
  void spells_its_headers_both_ways_and_may_leave_out_retry_after() {
    var limit = RateLimit.hourly(0, Clock.fixed(NOW, ZoneOffset.UTC));
    var standIn = StandIn.builder().rateLimit(limit.withHyphens().withoutRetryAfter()).build();

    var reply = Ask.post(standIn, GIFTS, "{}");

    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.headers()).containsKey("X-Rate-Limit-Reset").doesNotContainKey("Retry-After");
  }

  @Test
  void shows_archived_contacts_to_those_who_ask() {
    var standIn = StandIn.builder().build();
    standIn.archive("contacts", 1002);

    assertThat(Ask.ids(standIn, "Contact/Query/FullContact")).containsExactly(1001L, 1003L);
    assertThat(Ask.ids(standIn, "Contact/Query/FullContact", "{\"includeArchived\":true}"))
        .containsExactly(1001L, 1002L, 1003L);
  }

  @Test
  void search_may_be_as_stubborn_as_people_say() {
    var standIn = StandIn.builder().searchRefusesQueryBody().searchIgnoresPaging().build();

    assertThat(Ask.post(standIn, "Segment/Search", "{\"search\":\"\",\"groups\":[]}").status())
        .isEqualTo(400);
    assertThat(Ask.ids(standIn, "Segment/Search?skip=2&take=1", "{\"search\":\"\"}")).hasSize(3);
  }

  @Test
  void caps_take_and_refuses_what_it_cannot_read() {
    var standIn = StandIn.builder().maxTake(2).build();

    assertThat(Ask.ids(standIn, "Gift/Query/FullGift?take=100")).hasSize(2);
    assertThat(Ask.post(standIn, "Gift/Query/FullGift?take=many", "{}").status()).isEqualTo(400);
    assertThat(Ask.post(standIn, GIFTS, "{\"groups\":").status()).isEqualTo(400);
    assertThat(Ask.get(standIn, GIFTS).status()).isEqualTo(405);
    assertThat(Ask.get(standIn, "Nothing/Here").status()).isEqualTo(404);
  }

  @Test
  void keeps_webhooks_until_they_are_deleted() {
    var standIn = StandIn.builder().build();

    var made =
        Ask.post(standIn, "Webhook", "{\"payloadUrl\":\"https://x.example\",\"active\":true}");
    Ask.send(standIn, "PUT", "Webhook/5150/Active?active=false", "");

    assertThat(made.text()).startsWith("{\"id\":5150,");
    assertThat(Ask.get(standIn, "Webhook/5150").text()).contains("\"active\":false");
    assertThat(Ask.send(standIn, "DELETE", "Webhook/5150", "").status()).isEqualTo(200);
    assertThat(Ask.get(standIn, "Webhook/5150").status()).isEqualTo(404);
    assertThat(standIn.webhooks()).isEmpty();
  }

  @Test
  void a_webhook_tells_of_nothing_that_was_not_asked_for() {
    var standIn = StandIn.builder().build();
    Ask.post(standIn, "Webhook", "{\"payloadUrl\":\"https://x.example\",\"giftCreate\":true}");

    var replaced =
        Ask.send(standIn, "PUT", "Webhook/5150", "{\"payloadUrl\":\"https://x.example\"}");

    assertThat(replaced.text()).contains("\"giftCreate\":false", "\"eventDelete\":false");
    assertThat(Ask.get(standIn, "Webhook/5150/Active").status()).isEqualTo(404);
  }

  @Test
  void tells_what_a_table_can_be_filtered_by() {
    var standIn = StandIn.builder().build();

    assertThat(Ask.get(standIn, "Gift/QueryOptions").text()).contains("\"Gift Id\"", "OnOrAfter");
    assertThat(Ask.get(standIn, "v2/Pledge/QueryOptions").text()).contains("\"Pledge Id\"");
    assertThat(Ask.get(standIn, "Contact/QueryOptions").text()).contains("\"Wealth Score\"");
    assertThat(Ask.get(standIn, "Segment/QueryOptions").status()).isEqualTo(404);
  }

  @Test
  void brings_back_what_was_deleted() {
    var standIn = StandIn.builder().ids("gifts", 1, 2, 3).build();

    assertThat(standIn.delete("gifts", 2)).isTrue();
    assertThat(standIn.ids("gifts")).containsExactly(1L, 3L);
    assertThat(standIn.restore("gifts", 2)).isTrue();
    assertThat(standIn.ids("gifts")).containsExactly(1L, 2L, 3L);
    assertThat(standIn.delete("gifts", 9)).isFalse();
  }

  @Test
  void shows_one_row_by_its_key_unless_it_is_archived() {
    var standIn = StandIn.builder().ids("gifts", 7, 8).ids("contacts", 7, 8).build();
    standIn.delete("gifts", 8);
    standIn.archive("contacts", 8);

    assertThat(Ask.get(standIn, "Gift/7").text()).isEqualTo("{\"id\":7}");
    assertThat(Ask.get(standIn, "Gift/8").status()).isEqualTo(404);
    assertThat(Ask.get(standIn, "Contact/7").status()).isEqualTo(200);
    assertThat(Ask.get(standIn, "Contact/8").status()).isEqualTo(404);
    assertThat(Ask.get(standIn, "Pledge/7").status()).isEqualTo(404);
  }

  @Test
  void may_show_no_row_by_its_key() {
    var standIn = StandIn.builder().ids("gifts", 7).lacksSingleRows().build();

    assertThat(Ask.get(standIn, "Gift/7").status()).isEqualTo(404);
  }
}
