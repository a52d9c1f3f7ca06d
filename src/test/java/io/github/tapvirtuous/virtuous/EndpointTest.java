package io.github.tapvirtuous.virtuous;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.tapvirtuous.config.TapConfig.AuthScheme;
import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.UnusableReplyException;
import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.testing.RawServer;
import io.github.tapvirtuous.virtuous.http.HttpReply;
import io.github.tapvirtuous.virtuous.http.Request;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that are no pages: every method, and those that must not be made twice. */
final class EndpointTest {
  private static final String BODY = "{\"active\":true}";

  @RegisterExtension static final FakeVirtuous virtuous = new FakeVirtuous();

  /** Sends what it is told to, and reads text. */
  private record Told(Request request, boolean isRepeatable) implements Endpoint<String> {
    @Override
    public String read(HttpReply reply) {
      var text = FakeVirtuous.TEXT.apply(reply.body());
      if (text.equals("garbled")) {
        throw new UnusableReplyException("garbled", null);
      }
      return text;
    }

    @Override
    public String inWords() {
      return "the webhook";
    }
  }

  private static final Told CREATE = new Told(Request.post("Webhook", BODY), false);

  static Stream<Request> requests() {
    return Stream.of(
        Request.get("Webhook/7"),
        Request.post("Webhook", BODY),
        Request.post("Webhook", ""),
        Request.put("Webhook/7", BODY),
        Request.delete("Webhook/7"),
        new Request(Request.Method.DELETE, "Webhook", "id=7", BODY),
        new Request(Request.Method.GET, "Webhook", "", BODY));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void sends_any_method_with_a_body_or_without(Request request) {
    virtuous.answers(okJson("{\"id\":7}"));

    var reply = virtuous.client().call(new Told(request, true));

    assertThat(reply).isEqualTo("{\"id\":7}");
    assertThat(virtuous.requests()).hasSize(1);
    var sent = virtuous.requests().get(0);
    assertThat(sent.getMethod().getName()).isEqualTo(request.method().name());
    assertThat(sent.getUrl()).isEqualTo("/api/" + request.pathAndQuery());
    assertThat(sent.getBodyAsString()).isEqualTo(request.body());
    assertThat(sent.containsHeader("Content-Type")).isEqualTo(!request.body().isEmpty());
    assertThat(sent.getHeader("Authorization")).endsWith(FakeVirtuous.KEY);
  }

  @ParameterizedTest
  @MethodSource("requests")
  void repeats_what_may_be_repeated(Request request) {
    virtuous.answers(aResponse().withStatus(504), aResponse().withStatus(204));

    assertThat(virtuous.client().call(new Told(request, true))).isEmpty();
    assertThat(virtuous.requests()).hasSize(2);
    assertThat(virtuous.log.warnings())
        .containsExactly("the webhook: HTTP 504 (try 1 of 3); trying again in 30 s.");
  }

  @Test
  void a_call_that_belongs_to_no_stream_is_counted_for_none() {
    virtuous.answers(aResponse().withStatus(503), okJson("{}"));

    virtuous.client().call(new Told(Request.get("Webhook/7"), true));

    assertThat(virtuous.run.streams()).extracting(StreamReport::requests).containsExactly(0L);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 403, 404, 408, 409, 429, 500, 502, 503, 504, 520})
  void a_call_that_must_not_be_repeated_is_sent_once_whatever_the_status(int status) {
    virtuous.retryLimit(5);
    virtuous.answers(aResponse().withStatus(status).withHeader("Retry-After", "1"), okJson("{}"));

    assertThatThrownBy(() -> virtuous.client().call(CREATE))
        .isInstanceOf(SourceException.class)
        .hasMessageStartingWith("the webhook: failed after 1 try: HTTP " + status);
    assertThat(virtuous.requests()).hasSize(1);
    assertThat(virtuous.waits).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void it_is_sent_once_when_the_connection_breaks(Fault fault) {
    virtuous.answers(aResponse().withFault(fault), okJson("{}"));

    assertThatThrownBy(() -> virtuous.client().call(CREATE)).isInstanceOf(SourceException.class);
    assertThat(virtuous.requests()).hasSize(1);
    assertThat(virtuous.waits).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void it_is_sent_once_when_a_connection_breaks_that_was_idle(Fault fault) {
    virtuous.answers(okJson("{}"), aResponse().withFault(fault), okJson("{}"));
    var client = virtuous.client();
    client.call(new Told(Request.get("Webhook/7"), true));

    assertThatThrownBy(() -> client.call(CREATE)).isInstanceOf(SourceException.class);
    assertThat(virtuous.requests()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{",
        "HTTP/1.1 504 Late\r\nContent-Length: 9\r\n\r\n{",
        "no reply at all\r\n\r\n"
      })
  void the_jdk_sends_it_once_too_when_the_reply_is_cut(String reply) {
    try (var server = RawServer.saying(head -> reply)) {
      var client = virtuous.client(URI.create(server.url()));

      assertThatThrownBy(() -> client.call(CREATE)).isInstanceOf(SourceException.class);
      assertThat(server.heads()).singleElement().asString().startsWith("POST /api/Webhook ");
    }
  }

  @Test
  void it_is_sent_once_when_no_reply_comes_in_time() {
    virtuous.timeout(Duration.ofMillis(250));
    virtuous.answers(okJson("{}").withFixedDelay(2000), okJson("{}"));

    assertThatThrownBy(() -> virtuous.client().call(CREATE))
        .hasMessageContaining("after 1 try: no whole reply within 250 ms");
    assertThat(virtuous.requests()).hasSizeLessThanOrEqualTo(1); // the server may note it late
  }

  @Test
  void it_is_sent_once_when_its_reply_is_of_another_shape() {
    virtuous.answers(aResponse().withBody("garbled"), okJson("{}"));

    assertThatThrownBy(() -> virtuous.client().call(CREATE))
        .hasMessageContaining("after 1 try: an unusable reply: garbled");
    assertThat(virtuous.requests()).hasSize(1);
  }

  @Test
  void it_is_not_sent_again_to_find_out_how_the_key_is_said() {
    virtuous.auth(AuthScheme.AUTO).answers(aResponse().withStatus(401), okJson("{}"));

    assertThatThrownBy(() -> virtuous.client().call(CREATE))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("\"auth_scheme\"");
    assertThat(virtuous.requests()).hasSize(1);
  }

  @Test
  void the_key_is_said_as_something_repeatable_has_found_out() {
    virtuous
        .auth(AuthScheme.AUTO)
        .answers(aResponse().withStatus(401), okJson("{}"), okJson("{\"id\":7}"));
    var client = virtuous.client();

    client.call(new GetOrganization());

    assertThat(client.call(CREATE)).isEqualTo("{\"id\":7}");
    assertThat(virtuous.requests())
        .extracting(request -> request.getHeader("Authorization"))
        .containsExactlyInAnyOrder(
            "Basic " + FakeVirtuous.KEY,
            "Bearer " + FakeVirtuous.KEY,
            "Bearer " + FakeVirtuous.KEY);
  }
}
