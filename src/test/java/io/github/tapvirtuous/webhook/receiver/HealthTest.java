package io.github.tapvirtuous.webhook.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.webhook.GiftEvents;
import io.github.tapvirtuous.testing.webhook.HookConnection;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs learn that look after a receiver. */
final class HealthTest {
  @RegisterExtension private final TestReceiver receiver = new TestReceiver();

  @ParameterizedTest
  @ValueSource(strings = {"/healthz", "/readyz", "/metrics"})
  void it_is_well_and_says_so(String path) throws IOException {
    receiver.start();

    assertThat(HookConnection.get(receiver.port(), path).status()).isEqualTo(200);
    assertThat(receiver.send("POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"))
        .satisfies(reply -> assertThat(reply.status()).isEqualTo(405));
  }

  @Test
  void a_port_of_its_own_keeps_others_from_asking_and_events_from_coming_there()
      throws IOException {
    receiver.withAdmin().start();
    var admin = receiver.server().healthPort();

    assertThat(HookConnection.get(admin, "/healthz").status()).isEqualTo(200);
    assertThat(HookConnection.get(receiver.port(), "/healthz").status()).isEqualTo(404);
    assertThat(HookConnection.get(receiver.port(), "/metrics").status()).isEqualTo(404);
    var body = GiftEvents.body(7001);
    assertThat(HookConnection.once(admin, GiftEvents.request(body)).status()).isEqualTo(404);
    assertThat(receiver.post(7001).status()).isEqualTo(200);
  }

  @Test
  void what_came_of_events_is_counted() throws IOException {
    receiver.start();
    receiver.post(7001);
    receiver.post(7001);
    receiver.send(GiftEvents.request("no"));
    receiver.send(GiftEvents.request("{}").replace("Signature", "Other"));

    assertThat(HookMetrics.of(receiver))
        .contains(
            "tap_virtuous_webhook_events_received_total 2.0",
            "tap_virtuous_webhook_events_stored_total 1.0",
            "tap_virtuous_webhook_events_duplicate_total 1.0",
            "tap_virtuous_webhook_refused_total{reason=\"not_json\"} 1.0",
            "tap_virtuous_webhook_refused_total{reason=\"unsigned\"} 1.0",
            "tap_virtuous_webhook_answer_seconds_count 4")
        .anyMatch(line -> line.startsWith("tap_virtuous_webhook_inbox_depth "))
        .anyMatch(line -> line.startsWith("tap_virtuous_webhook_inbox_oldest_age_seconds "))
        .noneMatch(line -> line.startsWith("jvm_"));
  }
}
