package io.github.tapvirtuous.virtuous;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static io.github.tapvirtuous.virtuous.FakeVirtuous.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.config.Secret;
import io.github.tapvirtuous.config.TapConfig.AuthScheme;
import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.json.Bytes;
import io.github.tapvirtuous.virtuous.http.FailedAttempt;
import io.github.tapvirtuous.virtuous.http.HttpReply;
import java.lang.Thread.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AuthorizationTest {
  private static final String BASIC = "Basic " + FakeVirtuous.KEY;
  private static final String BEARER = "Bearer " + FakeVirtuous.KEY;

  @RegisterExtension static final FakeVirtuous virtuous = new FakeVirtuous();

  @Test
  void auto_says_basic_first_and_keeps_what_worked() {
    virtuous.auth(AuthScheme.AUTO).answers(page());
    var client = virtuous.client();

    virtuous.page(client);
    virtuous.page(client);

    assertThat(headers()).containsExactly(BASIC, BASIC);
    assertThat(client.authScheme()).contains(AuthScheme.BASIC);
  }

  @Test
  void a_refused_key_is_not_tried_again() {
    virtuous.auth(AuthScheme.AUTO).answers(aResponse().withStatus(401));
    var client = virtuous.client();

    assertThatThrownBy(() -> virtuous.page(client)).isInstanceOf(ConfigException.class);
    assertThatThrownBy(() -> virtuous.page(client)).isInstanceOf(ConfigException.class);

    assertThat(headers()).containsExactly(BASIC, BEARER);
  }

  @Test
  void auto_tries_bearer_after_a_401_and_keeps_what_worked() {
    virtuous.auth(AuthScheme.AUTO).answers(aResponse().withStatus(401), page());
    var client = virtuous.client();

    virtuous.page(client);
    virtuous.page(client);

    assertThat(headers()).containsExactlyInAnyOrder(BASIC, BEARER, BEARER);
    assertThat(client.authScheme()).contains(AuthScheme.BEARER);
    assertThat(virtuous.waits).isEmpty();
  }

  @Test
  void a_later_401_switches_nothing() {
    virtuous.auth(AuthScheme.AUTO).answers(page(), aResponse().withStatus(401));
    var client = virtuous.client();
    virtuous.page(client);

    assertThatThrownBy(() -> virtuous.page(client)).isInstanceOf(ConfigException.class);
    assertThat(headers()).containsExactly(BASIC, BASIC);
  }

  @Test
  void a_key_that_both_schemes_refuse_is_wrong() {
    virtuous.auth(AuthScheme.AUTO).answers(aResponse().withStatus(401));
    var client = virtuous.client();

    assertThatThrownBy(() -> virtuous.page(client))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("401")
        .hasMessageContaining("\"api_key\"")
        .hasMessageContaining("API Keys")
        .hasMessageContaining("Application Keys");
    assertThat(headers()).containsExactlyInAnyOrder(BASIC, BEARER);
    assertThat(client.authScheme()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"BASIC", "BEARER"})
  void a_configured_scheme_is_not_changed(AuthScheme scheme) {
    virtuous.auth(scheme).answers(aResponse().withStatus(401));

    assertThatThrownBy(() -> virtuous.page(virtuous.client())).isInstanceOf(ConfigException.class);
    assertThat(headers()).containsExactly(scheme == AuthScheme.BASIC ? BASIC : BEARER);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 409, 422})
  void a_refusal_of_the_request_proves_the_key(int status) {
    virtuous.auth(AuthScheme.AUTO).answers(aResponse().withStatus(status));
    var client = virtuous.client();

    assertThatThrownBy(() -> virtuous.page(client)).isInstanceOf(SourceException.class);
    assertThat(client.authScheme()).contains(AuthScheme.BASIC);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 418, 429, 500, 503})
  void other_statuses_prove_nothing(int status) {
    virtuous.auth(AuthScheme.AUTO).answers(aResponse().withStatus(status));
    var client = virtuous.askingOnce();

    assertThatThrownBy(() -> virtuous.page(client)).isInstanceOf(SourceException.class);
    assertThat(client.authScheme()).isEmpty();
  }

  @Test
  void goes_on_with_bearer_when_its_first_reply_was_an_outage() {
    virtuous
        .auth(AuthScheme.AUTO)
        .answers(aResponse().withStatus(401), aResponse().withStatus(503), page());

    virtuous.page(virtuous.client());

    assertThat(headers()).containsExactlyInAnyOrder(BASIC, BEARER, BEARER);
  }

  @Test
  void sends_one_request_at_a_time_until_a_scheme_has_worked() throws Exception {
    var authorization = new Authorization(new Secret("k"), AuthScheme.AUTO);
    var secondIsSent = new AtomicBoolean();
    var second = new Thread(() -> sendSecond(authorization, secondIsSent));

    authorization.send(
        true,
        header -> {
          second.start();
          awaitWaitingOrEnd(second);
          assertThat(secondIsSent).isFalse();
          return outage();
        });
    second.join();

    assertThat(secondIsSent).isTrue();
  }

  private static void sendSecond(Authorization authorization, AtomicBoolean isSent) {
    try {
      authorization.send(
          true,
          header -> {
            isSent.set(true);
            return outage();
          });
    } catch (FailedAttempt | InterruptedException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  private static void awaitWaitingOrEnd(Thread thread) {
    while (!Set.of(State.WAITING, State.TERMINATED).contains(thread.getState())) {
      Thread.onSpinWait();
    }
  }

  private static HttpReply outage() {
    return new HttpReply(500, Map.of(), Bytes.of(new byte[0]), Instant.EPOCH, Instant.EPOCH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "line\nbreak", "schlüssel"})
  void a_key_that_no_header_can_hold_is_refused_without_being_shown(String key) {
    assertThatThrownBy(() -> new Authorization(new Secret(key), AuthScheme.AUTO))
        .isInstanceOf(ConfigException.class)
        .message()
        .doesNotContain(key);
  }

  @Test
  void a_key_that_only_bearer_opens_serves_all_threads() throws Exception {
    virtuous.auth(AuthScheme.AUTO);
    virtuous.server().stubFor(any(anyUrl()).atPriority(9).willReturn(aResponse().withStatus(401)));
    virtuous
        .server()
        .stubFor(any(anyUrl()).withHeader("Authorization", equalTo(BEARER)).willReturn(page()));
    var client = virtuous.client();
    var threads = Executors.newFixedThreadPool(4);
    try {
      var pages =
          List.of(1, 2, 3, 4).stream()
              .map(each -> threads.submit(() -> virtuous.page(client)))
              .toList();
      for (var page : pages) {
        assertThat(page.get().content()).isEqualTo(FakeVirtuous.PAGE);
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(headers()).containsOnlyOnce(BASIC).hasSize(5);
  }

  private static List<String> headers() {
    return virtuous.requests().stream().map(request -> request.getHeader("Authorization")).toList();
  }
}
