package io.github.tapvirtuous.webhook.receiver;

import static io.github.tapvirtuous.testing.webhook.GiftEvents.body;
import static io.github.tapvirtuous.testing.webhook.GiftEvents.head;
import static io.github.tapvirtuous.testing.webhook.GiftEvents.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.webhook.GiftEvents;
import io.github.tapvirtuous.testing.webhook.HookConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever strangers send, a good event is still taken after it, and no line is about them alone.
 */
@Tag("slow")
final class HostileRequestsTest {
  private static final long GOOD = 9999;
  private static final int MUTANTS = 300;

  @RegisterExtension private final TestReceiver receiver = new TestReceiver();

  @BeforeEach
  void start() {
    receiver.start();
  }

  @AfterEach
  void a_good_event_is_still_taken() throws IOException {
    assertThat(receiver.post(GOOD).status()).isEqualTo(200);
    assertThat(receiver.kept()).contains(GOOD);
    assertThat(receiver.log()).hasSizeLessThan(15).noneMatch(line -> line.startsWith("ERROR"));
  }

  static Stream<Arguments> wholeRequests() {
    var signed = body(1);
    return Stream.of(
        Arguments.of("no request", "nonsense\r\n\r\n", 400),
        Arguments.of("TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n", 400),
        Arguments.of("no host", "POST " + GiftEvents.PATH + " HTTP/1.1\r\n\r\n", 400),
        Arguments.of("another HTTP", "GET / HTTP/9.9\r\nHost: a\r\n\r\n", 505),
        Arguments.of("a long header", with("X-Long: " + "x".repeat(17_000)), 431),
        Arguments.of("many headers", with("X-Many: x\r\n".repeat(2000).strip()), 431),
        Arguments.of("a long path", "GET /" + "x".repeat(17_000) + " HTTP/1.1\r\n\r\n", 414),
        Arguments.of("two lengths", with("Content-Length: 3\r\nContent-Length: 4") + signed, 400),
        Arguments.of("a length below zero", with("Content-Length: -5") + signed, 400),
        Arguments.of("a length beyond numbers", with("Content-Length: " + "9".repeat(30)), 400),
        Arguments.of(
            "length and chunks",
            with("Content-Length: 3\r\nTransfer-Encoding: chunked") + "0\r\n\r\n",
            400),
        Arguments.of("chunks of no size", with("Transfer-Encoding: chunked") + "zz\r\nx\r\n", 400),
        Arguments.of("an unknown coding", with("Transfer-Encoding: smoke") + signed, 400),
        Arguments.of("two kinds of content", request("{}").replace("json", "json, text/xml"), 415),
        Arguments.of("another charset", request("{}").replace("json", "json;charset=utf-16"), 415),
        Arguments.of("a form", request("{}").replace("json", "x-www-form-urlencoded"), 415),
        Arguments.of("6 MB", request("[" + "1,".repeat(3_000_000) + "1]"), 413),
        Arguments.of("6 MB in chunks", chunked("[" + "1,".repeat(3_000_000) + "1]"), 413),
        Arguments.of("a chunk of 6 MB", with("Transfer-Encoding: chunked") + "5b8d80\r\n", 400),
        Arguments.of("1000 levels", request("[".repeat(1000) + "]".repeat(1000)), 400),
        Arguments.of("a million levels", request("{\"a\":".repeat(1_000_000)), 400),
        Arguments.of("100 levels", request(nested(100)), 200),
        Arguments.of("no UTF-8", request("{\"event\":\"\u0000\"}"), 400),
        Arguments.of("a lone surrogate", request("{\"event\":\"\\ud800\"}"), 200),
        Arguments.of("numbers without end", request("{\"event\":1" + "0".repeat(9999) + "}"), 200),
        Arguments.of("a key beyond numbers", request(body(1).replace(":1,", ":1e999,")), 200),
        Arguments.of("many names", request("{" + "\"a\":1,".repeat(99_999) + "\"b\":2}"), 200),
        Arguments.of(
            "many signatures",
            request("{}").replace("Host", "X-Signature: AA==\r\n".repeat(500) + "Host"),
            200));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wholeRequests")
  void a_request_gets_its_answer(String name, String request, int status) throws IOException {
    try (var connection = receiver.connect()) {
      var reply = connection.say(request).end().reply();

      assertThat(reply.status()).isIn(status, 0); // what is said while it hangs up may be lost
    }
  }

  @Test
  void a_body_in_chunks_is_as_good_as_any() throws IOException {
    assertThat(receiver.send(chunked(body(1))).status()).isEqualTo(200);
    assertThat(receiver.kept()).containsExactly(1L);
  }

  @Test
  void a_compressed_body_is_refused() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body(1).getBytes(UTF_8));
    }
    try (var connection = receiver.connect()) {
      connection
          .say(head(body(1)) + "Content-Encoding: gzip\r\nContent-Length: " + bytes.size())
          .say("\r\n\r\n")
          .say(bytes.toByteArray());

      assertThat(connection.reply().status()).isEqualTo(415);
    }
  }

  @Test
  void requests_that_do_not_wait_for_answers_get_them_in_their_order() throws IOException {
    try (var connection = receiver.connect()) {
      connection.say(request(body(1)) + request("no") + request(body(2)) + request(body(3)));

      assertThat(Stream.of(1, 2, 3, 4).map(any -> status(connection)))
          .containsExactly(200, 400, 200, 200);
    }
    assertThat(receiver.kept()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void half_a_connection_gets_its_answer() throws IOException {
    try (var connection = receiver.connect()) {
      assertThat(connection.say(request(body(1))).end().reply().status()).isEqualTo(200);
    }
  }

  @Test
  void whoever_hangs_up_does_no_harm() throws IOException {
    for (var length = 0; length < request(body(1)).length(); length += 7) {
      try (var connection = receiver.connect()) {
        connection.say(request(body(1)).substring(0, length));
      }
    }

    assertThat(receiver.kept()).isEmpty();
  }

  @Test
  void requests_with_any_fault_get_an_end() throws IOException {
    var random = new Random(12);
    for (var mutant = 0; mutant < MUTANTS; mutant++) {
      var bytes = request(body(1)).getBytes(UTF_8);
      for (var faults = 1 + random.nextInt(4); faults > 0; faults--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try (var connection = receiver.connect()) {
        assertThat(connection.say(bytes).end().reply().status()).isNotEqualTo(500);
      }
    }
  }

  private static int status(HookConnection connection) {
    try {
      return connection.reply().status();
    } catch (IOException e) {
      return 0;
    }
  }

  private static String with(String header) {
    return head("") + header + "\r\n\r\n";
  }

  private static String chunked(String body) {
    var middle = body.length() / 2;
    return head(body)
        + "Transfer-Encoding: chunked\r\n\r\n"
        + chunk(body.substring(0, middle))
        + chunk(body.substring(middle))
        + "0\r\n\r\n";
  }

  private static String chunk(String part) {
    return Integer.toHexString(part.length()) + "\r\n" + part + "\r\n";
  }

  private static String nested(int levels) {
    return "{\"event\":\"GiftUpdate\",\"gift\":{\"id\":1,\"deep\":"
        + "[".repeat(levels)
        + "]".repeat(levels)
        + "}}";
  }
}
