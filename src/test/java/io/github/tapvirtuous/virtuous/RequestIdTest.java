package io.github.tapvirtuous.virtuous;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.github.tapvirtuous.virtuous.FakeVirtuous.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.tapvirtuous.error.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the support of Virtuous finds a request by. */
final class RequestIdTest {
  @RegisterExtension static final FakeVirtuous virtuous = new FakeVirtuous();

  private static String failure(ResponseDefinitionBuilder reply) {
    virtuous.retryLimit(1).answers(reply);
    var client = virtuous.client();
    return catchThrowableOfType(SourceException.class, () -> virtuous.page(client)).getMessage();
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Request-Id", "x-request-id", "X-REQUEST-ID"})
  void it_stands_behind_the_request_at_debug(String header) {
    virtuous.answers(page().withHeader(header, "4bf92f35"));

    virtuous.page(virtuous.client());

    assertThat(virtuous.log.lines())
        .singleElement()
        .asString()
        .startsWith("DEBUG POST Gift/Query/FullGift?skip=0&take=250: 200 in ")
        .endsWith(" ms, X-Request-Id 4bf92f35");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  void an_empty_one_is_none(String nothing) {
    virtuous.answers(page().withHeader("X-Request-Id", nothing));

    virtuous.page(virtuous.client());

    assertThat(virtuous.log.lines()).singleElement().asString().endsWith(" ms");
  }

  @Test
  void where_the_server_failed_the_message_has_it() {
    var broken = aResponse().withStatus(503).withHeader("X-Request-Id", "4bf92f35");

    assertThat(failure(broken)).contains("failed after 1 try: HTTP 503 (X-Request-Id 4bf92f35).");
    assertThat(failure(broken.withBody("{\"message\":\"Busy\"}")))
        .contains("HTTP 503 (Busy; X-Request-Id 4bf92f35).");
  }

  @Test
  void where_the_request_is_wrong_it_would_help_nobody() {
    var wrong = aResponse().withStatus(400).withHeader("X-Request-Id", "4bf92f35");

    assertThat(failure(wrong)).contains("HTTP 400.").doesNotContain("4bf92f35");
  }

  @Test
  void it_can_neither_flood_nor_break_a_line() {
    var odd = aResponse().withStatus(500).withHeader("X-Request-Id", "a\"b");
    var endless = aResponse().withStatus(500).withHeader("X-Request-Id", "x".repeat(5000));

    assertThat(failure(odd)).contains("X-Request-Id a?b");
    assertThat(failure(endless)).contains("X-Request-Id of 5000 characters").doesNotContain("xx");
  }
}
