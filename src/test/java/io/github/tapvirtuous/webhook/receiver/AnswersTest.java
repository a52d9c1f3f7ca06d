package io.github.tapvirtuous.webhook.receiver;

import static io.github.tapvirtuous.testing.webhook.GiftEvents.body;
import static io.github.tapvirtuous.testing.webhook.GiftEvents.request;
import static io.github.tapvirtuous.testing.webhook.GiftEvents.signature;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.webhook.GiftEvents;
import io.github.tapvirtuous.testing.webhook.HookReply;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a receiver answers to requests that are well made. */
final class AnswersTest {
  private static final String SIGNED = "X-Virtuous-Signature: " + signature(body(7001));

  @RegisterExtension private final TestReceiver receiver = new TestReceiver();

  @Test
  void an_event_is_in_the_inbox_once_it_is_answered_with_200() throws IOException {
    receiver.start();

    var reply = receiver.post(7001);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(receiver.kept()).containsExactly(7001L);
  }

  @Test
  void an_event_that_comes_twice_is_taken_twice_and_kept_once() throws IOException {
    receiver.start();

    assertThat(receiver.post(7001).status()).isEqualTo(200);
    assertThat(receiver.post(7001).status()).isEqualTo(200);

    assertThat(receiver.kept()).containsExactly(7001L);
  }

  @Test
  void a_connection_is_used_again() throws IOException {
    receiver.start();

    try (var connection = receiver.connect()) {
      assertThat(connection.say(request(body(7001))).reply().status()).isEqualTo(200);
      assertThat(connection.say(request(body(7002))).reply().status()).isEqualTo(200);
    }

    assertThat(receiver.kept()).containsExactly(7001L, 7002L);
  }

  @Test
  void several_changes_in_one_body_are_kept_together() throws IOException {
    receiver.start();

    var reply = receiver.send(request("[" + body(7001) + "," + body(7002) + "]"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(receiver.kept()).containsExactly(7001L, 7002L);
  }

  @Test
  void an_event_of_no_table_is_taken_counted_and_not_kept() throws IOException {
    receiver.start();

    var reply = receiver.send(request("{\"event\":\"FormSubmission\",\"form\":{\"id\":1}}"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(receiver.kept()).isEmpty();
    assertThat(HookMetrics.of(receiver)).contains("tap_virtuous_webhook_events_unknown_total 1.0");
  }

  @Test
  void a_signature_in_hex_is_good_too() throws IOException {
    receiver.start();

    assertThat(sent("X-Signature: " + GiftEvents.hexSignature(body(7001))).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Other: 1",
        "X-Virtuous-Signature: AAAA",
        "X-Virtuous-Signature: PXk3n0h5I+QpvvJ0mJ2o/+aL+1yht0I9J8I4M//7ugw=",
        "X-Virtuous-Signature:",
      })
  void a_body_that_is_not_signed_as_it_should_be_is_refused(String header) throws IOException {
    receiver.start();

    assertThat(sent(header).status()).isEqualTo(401);
    assertThat(receiver.kept()).isEmpty();
  }

  @Test
  void unsigned_events_are_taken_where_that_is_wanted() throws IOException {
    receiver.unsigned().start();

    assertThat(sent("X-Other: 1").status()).isEqualTo(200);
    assertThat(receiver.kept()).containsExactly(7001L);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, 200",
    "Application/JSON; charset=UTF-8, 200",
    "application/json;charset=\"utf-8\", 200",
    "text/json, 200",
    "application/json; charset=iso-8859-1, 415",
    "text/plain, 415",
    "application/x-www-form-urlencoded, 415",
    "multipart/form-data, 415",
  })
  void only_json_in_utf_8_is_taken(String type, int status) throws IOException {
    receiver.start();

    assertThat(sent(SIGNED + "\r\nContent-Type: " + type).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"gzip, 415", "br, 415", "identity, 200"})
  void a_body_must_not_be_compressed(String encoding, int status) throws IOException {
    receiver.start();

    assertThat(sent(SIGNED + "\r\nContent-Encoding: " + encoding).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "no", "{\"event\":\"GiftUpdate\"} and more"})
  void a_body_that_is_not_json_is_refused(String body) throws IOException {
    receiver.start();

    assertThat(receiver.send(request(body)).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/virtuous", "/virtuous/events/", "/virtuous/%65vents", "/../x"})
  void any_other_path_is_unknown(String path) throws IOException {
    receiver.start();

    var reply = receiver.send(request(body(7001)).replace(GiftEvents.PATH, path));

    assertThat(reply.status()).isIn(400, 404);
    assertThat(receiver.kept()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
  void any_other_method_is_refused(String method) throws IOException {
    receiver.start();

    var reply = receiver.send(request(body(7001)).replace("POST", method));

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("allow")).isEqualTo("POST");
  }

  @Test
  void a_body_beyond_5_mb_is_refused_before_it_comes() throws IOException {
    receiver.start();

    try (var connection = receiver.connect()) {
      connection.say(GiftEvents.head("") + "Content-Length: 6000000\r\n\r\n");

      assertThat(connection.reply().status()).isEqualTo(413);
    }
  }

  @Test
  void a_body_of_nearly_5_mb_is_taken() throws IOException {
    receiver.start();

    var reply = receiver.send(request(body(7001, 5 << 20)));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(receiver.kept()).containsExactly(7001L);
  }

  @Test
  void answers_do_not_say_what_answers() throws IOException {
    receiver.start();

    var good = receiver.post(7001);
    var bad = receiver.send("no request at all\r\n\r\n");

    assertThat(good.headers()).doesNotContainKey("server").doesNotContainKey("x-powered-by");
    assertThat(bad.body()).isEmpty();
  }

  private HookReply sent(String headers) throws IOException {
    var body = body(7001);
    return receiver.send(
        "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n%s\r\n\r\n%s"
            .formatted(GiftEvents.PATH, body.length(), headers, body));
  }
}
