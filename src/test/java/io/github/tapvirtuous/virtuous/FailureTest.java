package io.github.tapvirtuous.virtuous;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.github.tapvirtuous.virtuous.FakeVirtuous.page;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.error.TapException;
import io.github.tapvirtuous.testing.Rule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FailureTest {
  @RegisterExtension static final FakeVirtuous virtuous = new FakeVirtuous();

  @Test
  void a_closed_table_is_told_from_a_broken_one() {
    virtuous.answers(
        aResponse()
            .withStatus(403)
            .withBody("{\"error\":{\"code\":\"FORBIDDEN\",\"message\":\"No\\npermission.\"}}"));

    var failure = failure(virtuous.client());

    assertThat(failure.kind()).isEqualTo(Kind.FORBIDDEN);
    assertThat(failure)
        .hasMessageStartingWith("gifts: failed after 1 try: HTTP 403 (FORBIDDEN: No permission.).")
        .hasMessageContaining("permission group");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 500})
  void the_status_is_told_to_whoever_asked(int status) {
    virtuous.answers(aResponse().withStatus(status));

    assertThat(failure(virtuous.askingOnce()).status()).hasValue(status);
  }

  @Test
  void a_connection_that_breaks_has_no_status_to_tell() {
    virtuous.answers(aResponse().withFault(Fault.EMPTY_RESPONSE));

    assertThat(failure(virtuous.askingOnce()).status()).isEmpty();
  }

  @Test
  @Rule("LOG-3")
  void of_an_error_only_the_message_is_told() {
    virtuous.answers(
        aResponse()
            .withStatus(400)
            .withBody("{\"message\":\"Invalid.\",\"modelState\":{\"donor\":[\"Jane Doe\"]}}"));

    assertThat(failure(virtuous.client()))
        .hasMessageContaining("HTTP 400 (Invalid.)")
        .message()
        .doesNotContain("Jane");
  }

  @Test
  void a_refused_connection_is_tried_again_and_explained() throws IOException {
    var client = virtuous.client(closedPort());

    var failure = failure(client);

    assertThat(failure.kind()).isEqualTo(Kind.NETWORK);
    assertThat(failure).hasMessageContaining("no connection").hasMessageContaining("proxy");
    assertThat(virtuous.waits).hasSize(2);
  }

  @Test
  void an_unknown_host_is_explained() {
    var client = virtuous.client(URI.create("http://no-such-host.invalid/api/"));

    var failure = failure(client);

    assertThat(failure.kind()).isEqualTo(Kind.NETWORK);
    assertThat(failure)
        .hasMessageContaining("the host name is unknown")
        .hasMessageContaining("\"base_url\"");
  }

  @Test
  void an_untrusted_certificate_is_not_tried_again_and_explained() {
    var uri = URI.create("https://localhost:" + virtuous.server().httpsPort() + "/api/");

    var failure = failure(virtuous.client(uri));

    assertThat(failure.kind()).isEqualTo(Kind.NETWORK);
    assertThat(failure).hasMessageContaining("after 1 try").hasMessageContaining("trustStore");
    assertThat(virtuous.waits).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER"})
  void a_connection_that_always_breaks_is_a_matter_of_the_network(Fault fault) {
    virtuous.answers(aResponse().withFault(fault));

    assertThat(failure(virtuous.client()).kind()).isEqualTo(Kind.NETWORK);
    assertThat(virtuous.waits).hasSize(2);
  }

  @Test
  void a_reply_that_is_always_cut_off_is_a_matter_of_the_server() {
    virtuous.answers(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));

    var failure = failure(virtuous.client());

    assertThat(failure.kind()).isEqualTo(Kind.REPLY);
    assertThat(failure).hasMessageContaining("cut off");
  }

  @Test
  void a_proxy_that_wants_a_password_is_explained() throws Exception {
    try (var proxy = new ServerSocket(0)) {
      var refusing = new FutureTask<>(() -> refuseTunnel(proxy));
      new Thread(refusing).start();
      var config = virtuous.config(URI.create("https://virtuous.example/api/"));
      var environment = Map.of("HTTPS_PROXY", "http://localhost:" + proxy.getLocalPort());
      var client = VirtuousClient.once(config, environment, virtuous.clock);

      assertThat(failure(client)).hasMessageContaining("HTTP 407").hasMessageContaining("proxy");
      assertThat(refusing.get()).isEqualTo("CONNECT virtuous.example:443 HTTP/1.1");
    }
  }

  private static String refuseTunnel(ServerSocket proxy) throws IOException {
    try (var tunnel = proxy.accept()) {
      var in = new BufferedReader(new InputStreamReader(tunnel.getInputStream(), US_ASCII));
      var first = in.readLine();
      var refusal = "HTTP/1.1 407 Password\r\nContent-Length: 0\r\n\r\n";
      tunnel.getOutputStream().write(refusal.getBytes(US_ASCII));
      tunnel.shutdownOutput();
      in.lines().forEach(ignored -> {});
      return first;
    }
  }

  @Test
  void an_interrupt_stops_a_request_that_is_in_flight() {
    virtuous.answers(page().withFixedDelay(5000));
    Thread.currentThread().interrupt();

    var failure = failure(virtuous.client());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure.kind()).isEqualTo(Kind.STOPPED);
  }

  @Test
  void an_interrupt_stops_a_wait() {
    virtuous.answers(aResponse().withStatus(503));
    var client =
        virtuous.client(
            duration -> {
              throw new InterruptedException();
            });

    var failure = failure(client);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure.kind()).isEqualTo(Kind.STOPPED);
    assertThat(virtuous.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 403, 404, 407, 418, 422, 429, 500, 503})
  void the_key_is_nowhere_even_when_the_server_repeats_it(int status) {
    var body = "{\"message\":\"Bad key " + FakeVirtuous.KEY + "\"}";
    virtuous.answers(aResponse().withStatus(status).withBody(body));

    assertFailsWithoutTheKey(virtuous.askingOnce());
  }

  private static void assertFailsWithoutTheKey(VirtuousClient client) {
    assertThatThrownBy(() -> virtuous.page(client))
        .isInstanceOf(TapException.class)
        .satisfies(thrown -> assertThat(everythingOf(thrown)).doesNotContain(FakeVirtuous.KEY));
    assertThat(virtuous.log.messages())
        .isNotEmpty()
        .noneMatch(line -> line.contains(FakeVirtuous.KEY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EMPTY_RESPONSE",
        "CONNECTION_RESET_BY_PEER",
        "MALFORMED_RESPONSE_CHUNK",
        "RANDOM_DATA_THEN_CLOSE"
      })
  void the_key_is_nowhere_when_the_connection_breaks(Fault fault) {
    virtuous.answers(aResponse().withFault(fault));

    assertFailsWithoutTheKey(virtuous.client());
  }

  @Test
  void what_came_in_the_place_of_a_status_line_is_nowhere() throws Exception {
    try (var server = new ServerSocket(0)) {
      var echoing = new FutureTask<>(() -> reply(server, "Jane Doe " + FakeVirtuous.KEY + "\r\n"));
      new Thread(echoing).start();
      var uri = URI.create("http://localhost:" + server.getLocalPort() + "/api/");
      var client = VirtuousClient.once(virtuous.config(uri), Map.of(), virtuous.clock);

      assertThat(failure(client))
          .hasMessageContaining("no HTTP reply")
          .message()
          .doesNotContain("Jane", FakeVirtuous.KEY);
      echoing.get();
    }
  }

  private static boolean reply(ServerSocket server, String text) throws IOException {
    try (var connection = server.accept()) {
      var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
      in.lines().takeWhile(line -> !line.isEmpty()).forEach(ignored -> {});
      connection.getOutputStream().write(text.getBytes(US_ASCII));
      return true;
    }
  }

  private static String everythingOf(Throwable thrown) {
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static SourceException failure(VirtuousClient client) {
    return catchThrowableOfType(SourceException.class, () -> virtuous.page(client));
  }

  private static URI closedPort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return URI.create("http://localhost:" + socket.getLocalPort() + "/api/");
    }
  }
}
