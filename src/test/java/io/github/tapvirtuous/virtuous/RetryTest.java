package io.github.tapvirtuous.virtuous;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.github.tapvirtuous.virtuous.FakeVirtuous.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.UnusableReplyException;
import io.github.tapvirtuous.json.Bytes;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryTest {
  private static final Duration DELAY = Duration.ofSeconds(30);

  @RegisterExtension static final FakeVirtuous virtuous = new FakeVirtuous();

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504, 520})
  void tries_again_after_a_pause_when_a_status_may_pass(int status) {
    virtuous.answers(aResponse().withStatus(status), page());

    var page = virtuous.page(virtuous.client());

    assertThat(page.content()).isEqualTo(FakeVirtuous.PAGE);
    assertThat(virtuous.waits).containsExactly(DELAY);
    assertThat(virtuous.log.warnings())
        .containsExactly("gifts: HTTP " + status + " (try 1 of 3); trying again in 30 s.");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 307, 400, 403, 404, 409, 422, 501, 505})
  void fails_at_once_on_any_other_status(int status) {
    virtuous.answers(aResponse().withStatus(status), page());

    assertThatThrownBy(() -> virtuous.page(virtuous.client()))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("gifts")
        .hasMessageContaining("HTTP " + status);
    assertThat(virtuous.requests()).hasSize(1);
    assertThat(virtuous.waits).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void tries_again_when_a_reply_is_no_reply(Fault fault) {
    virtuous.answers(aResponse().withFault(fault), page());

    var page = virtuous.page(virtuous.client());

    assertThat(page.content()).isEqualTo(FakeVirtuous.PAGE);
    assertThat(virtuous.waits).containsExactly(DELAY);
  }

  @Test
  void tries_again_when_the_reader_finds_the_reply_unusable() {
    virtuous.answers(aResponse().withBody("{\"list\":["), page());

    var page =
        virtuous.client().page(FakeVirtuous.first("gifts"), RetryTest::whole, virtuous.report);

    assertThat(page.content()).isEqualTo(FakeVirtuous.PAGE);
    assertThat(virtuous.waits).containsExactly(DELAY);
    assertThat(virtuous.log.warnings().get(0)).contains("the JSON ends at byte 9");
  }

  @Test
  void takes_garbled_gzip_for_a_failed_try() {
    virtuous.answers(
        aResponse().withBody("no gzip").withHeader("Content-Encoding", "gzip"), page());

    assertThat(virtuous.page(virtuous.client()).content()).isEqualTo(FakeVirtuous.PAGE);
    assertThat(virtuous.waits).containsExactly(DELAY);
  }

  @Test
  void the_timeout_covers_the_whole_reply_and_not_just_its_head() {
    virtuous.retryLimit(50).timeout(Duration.ofMillis(300)); // others may be late, too
    virtuous.answers(page().withChunkedDribbleDelay(30, 60_000), page());

    assertThat(virtuous.page(virtuous.client()).content()).isEqualTo(FakeVirtuous.PAGE);
    assertThat(virtuous.waits).isNotEmpty().containsOnly(DELAY);
    assertThat(virtuous.log.warnings().get(0)).contains("no whole reply within 300 ms");
  }

  @Test
  void a_503_says_itself_how_long_to_wait() {
    virtuous.answers(aResponse().withStatus(503).withHeader("retry-after", "7"), page());

    virtuous.page(virtuous.client());

    assertThat(virtuous.waits).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void a_503_that_names_no_wait_is_not_hammered() {
    virtuous.answers(aResponse().withStatus(503).withHeader("Retry-After", "0"), page());

    virtuous.page(virtuous.client());

    assertThat(virtuous.waits).containsExactly(DELAY);
  }

  @Test
  void a_503_may_name_a_date() {
    virtuous.answers(
        aResponse()
            .withStatus(503)
            .withHeader("Date", "Mon, 02 Mar 2026 11:00:00 GMT")
            .withHeader("Retry-After", "Mon, 02 Mar 2026 11:00:09 GMT"),
        page());

    virtuous.page(virtuous.client());

    assertThat(virtuous.waits).containsExactly(Duration.ofSeconds(9));
  }

  @Test
  void tries_again_at_once_when_a_connection_that_was_idle_breaks() {
    virtuous.answers(page(), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), page());
    var client = virtuous.client();
    virtuous.page(client);

    var page = virtuous.page(client);

    assertThat(page.content()).isEqualTo(FakeVirtuous.PAGE);
    assertThat(virtuous.waits).isEmpty();
    assertThat(virtuous.log.warnings())
        .singleElement()
        .asString()
        .endsWith("trying again at once.");
  }

  @Test
  void only_the_first_failure_is_tried_again_at_once() {
    var reset = aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
    virtuous.answers(page(), reset, reset, page());
    var client = virtuous.client();
    virtuous.page(client);

    virtuous.page(client);

    assertThat(virtuous.waits).containsExactly(DELAY);
  }

  @Test
  void gives_up_after_the_last_try_and_says_what_to_do() {
    virtuous.answers(aResponse().withStatus(502));

    assertThatThrownBy(() -> virtuous.page(virtuous.client()))
        .hasMessageStartingWith("gifts: failed after 3 tries: HTTP 502. ")
        .hasMessageContaining("page_size")
        .asInstanceOf(type(SourceException.class))
        .extracting(SourceException::kind)
        .isEqualTo(SourceException.Kind.REPLY);
    assertThat(virtuous.requests()).hasSize(3);
    assertThat(virtuous.waits).containsExactly(DELAY, DELAY);
  }

  @Test
  void asking_once_takes_the_first_failure_for_the_answer() {
    virtuous.answers(aResponse().withStatus(502), page());

    assertThatThrownBy(() -> virtuous.page(virtuous.askingOnce()))
        .hasMessageContaining("after 1 try: HTTP 502");
    assertThat(virtuous.requests()).hasSize(1);
  }

  private static String whole(Bytes body) {
    var text = FakeVirtuous.TEXT.apply(body);
    if (!text.endsWith("}")) {
      throw new UnusableReplyException("the JSON ends at byte " + body.length(), null);
    }
    return text;
  }
}
