package io.github.tapvirtuous.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.webhook.Listener;
import io.github.tapvirtuous.standin.webhook.WebhookHabits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A stand-in that tells of its changes, over HTTP. */
final class StandInWebhooksTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final WebhookHabits SOON =
      WebhookHabits.GOOD.retrying(Duration.ofMillis(1)).waiting(LONG);

  private final StandIn standIn = StandIn.builder().rows("gifts", 20, 7).webhooks(SOON).build();

  @AfterEach
  void end() {
    standIn.close();
  }

  private void subscribe(String url, String more) {
    var body = "{\"payloadUrl\":\"%s\",\"secret\":\"s3cret\",\"active\":true%s}";
    Ask.post(standIn, "Webhook", body.formatted(url, more));
  }

  private static List<String> events(Listener listener) {
    return listener.heard().stream()
        .map(heard -> JsonMapper.shared().readTree(heard.body()).path("event").asString())
        .toList();
  }

  @Test
  void tells_who_has_subscribed_what_users_do() throws Exception {
    try (var listener = Listener.answering()) {
      subscribe(listener.url(), ",\"giftCreate\":true,\"giftUpdate\":true,\"giftDelete\":true");

      standIn.modifySome("gifts", 2);
      standIn.create("gifts", "{\"id\":9999}");
      standIn.delete("gifts", 9999);
      var quiet = standIn.webhookTraffic().awaitNonePending(LONG);

      assertThat(quiet).isTrue();
      assertThat(events(listener))
          .containsExactly("GiftUpdate", "GiftUpdate", "GiftCreate", "GiftDelete");
      assertThat(listener.heard())
          .allSatisfy(heard -> assertThat(heard.isSignedWith("s3cret")).isTrue())
          .allSatisfy(heard -> assertThat(heard.headers().get("Content-Type")).contains("json"));
    }
  }

  @Test
  void drops_what_happens_while_nobody_wants_to_hear_of_it() throws Exception {
    try (var listener = Listener.answering()) {
      standIn.modify("gifts", 7001);
      subscribe(listener.url(), ",\"giftUpdate\":true");
      Ask.send(standIn, "PUT", "Webhook/5150/Active?active=false", "");
      standIn.modify("gifts", 7001);
      Ask.send(standIn, "PUT", "Webhook/5150/Active?active=true", "");
      standIn.delete("gifts", 7001);
      standIn.modifySome("gifts", 1);
      Ask.send(standIn, "DELETE", "Webhook/5150", "");
      standIn.modifySome("gifts", 1);
      var quiet = standIn.webhookTraffic().awaitNonePending(LONG);

      assertThat(quiet).isTrue();
      assertThat(events(listener)).containsExactly("GiftUpdate");
    }
  }

  @Test
  void tries_again_whatever_the_answer_was() throws Exception {
    try (var listener = Listener.answering(401, 503, 302, 0)) {
      subscribe(listener.url(), ",\"giftUpdate\":true");

      standIn.modifySome("gifts", 1);
      var quiet = standIn.webhookTraffic().awaitNonePending(LONG);

      assertThat(quiet).isTrue();
      assertThat(listener.heard()).hasSize(5);
      assertThat(listener.heard()).extracting(Listener.Heard::body).containsOnly(body(listener));
      assertThat(standIn.webhookTraffic().taken()).isEqualTo(1);
    }
  }

  private static String body(Listener listener) {
    return listener.heard().get(0).body();
  }

  @Test
  void gives_up_where_nobody_ever_listens() throws Exception {
    subscribe(closedUrl(), ",\"giftUpdate\":true");
    subscribe("nowhere", ",\"giftUpdate\":true");

    standIn.modifySome("gifts", 1);
    var quiet = standIn.webhookTraffic().awaitNonePending(LONG);

    assertThat(quiet).isTrue();
    assertThat(standIn.webhookTraffic().abandoned()).isEqualTo(2);
  }

  private static String closedUrl() {
    var listener = Listener.answering();
    listener.close();
    return listener.url();
  }

  @Test
  void has_no_thread_for_it_before_there_is_something_to_tell() throws Exception {
    try (var listener = Listener.answering()) {
      standIn.modifySome("gifts", 1);
      subscribe(listener.url(), ",\"giftUpdate\":true");
      var before = senders();
      standIn.modifySome("gifts", 1);
      standIn.webhookTraffic().awaitNonePending(LONG);
      var meanwhile = senders();
      meanwhile.removeAll(before);
      standIn.close();
      for (var thread : meanwhile) {
        thread.join(LONG.toMillis());
      }

      assertThat(meanwhile).hasSize(1).noneMatch(Thread::isAlive);
    }
  }

  private static List<Thread> senders() {
    return new ArrayList<>(
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals("stand-in webhooks"))
            .toList());
  }
}
