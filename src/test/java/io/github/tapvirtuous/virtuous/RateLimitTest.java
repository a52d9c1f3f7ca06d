package io.github.tapvirtuous.virtuous;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.github.tapvirtuous.virtuous.FakeVirtuous.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.tapvirtuous.report.HourlyQuota;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RateLimitTest {
  @RegisterExtension static final FakeVirtuous virtuous = new FakeVirtuous();

  @ParameterizedTest
  @CsvSource({"847, 847", "0, 1", "-5, 1", "999999999999, 4200", "99999999999999999999, 60"})
  void a_429_says_how_long_to_wait_within_reason(String retryAfter, long seconds) {
    virtuous.answers(tooMany().withHeader("Retry-After", retryAfter), page());

    var page = virtuous.page(virtuous.client());

    assertThat(page.content()).isEqualTo(FakeVirtuous.PAGE);
    assertThat(virtuous.waits).containsExactly(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-ratelimit-reset", "X-RATELIMIT-RESET", "X-Rate-Limit-Reset"})
  void waits_until_a_minute_past_the_reset_when_the_limit_is_hit(String header) {
    virtuous.answers(tooMany().withHeader(header, epochIn(10)), page());

    virtuous.page(virtuous.client());

    assertThat(virtuous.waits).containsExactly(Duration.ofSeconds(70));
  }

  @Test
  void measures_the_reset_by_the_clock_of_the_server() {
    var twoMinutesAhead = "Mon, 02 Mar 2026 10:02:00 GMT";
    virtuous.answers(
        tooMany().withHeader("Date", twoMinutesAhead).withHeader("X-RateLimit-Reset", epochIn(130)),
        page());

    virtuous.page(virtuous.client());

    assertThat(virtuous.waits).containsExactly(Duration.ofSeconds(70));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0"})
  void waits_a_minute_when_the_reset_is_past(String inSeconds) {
    virtuous.answers(
        tooMany().withHeader("X-RateLimit-Reset", epochIn(Long.parseLong(inSeconds))), page());

    virtuous.page(virtuous.client());

    assertThat(virtuous.waits).containsExactly(Duration.ofSeconds(60));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "99999999999999999"})
  void waits_a_minute_when_the_reset_is_nonsense(String reset) {
    virtuous.answers(tooMany().withHeader("X-RateLimit-Reset", reset), page());

    virtuous.page(virtuous.client());

    assertThat(virtuous.waits).containsExactly(Duration.ofSeconds(60));
  }

  @Test
  void a_429_uses_up_no_try_however_often_it_comes() {
    virtuous.retryLimit(1);
    virtuous.answers(tooMany(), tooMany(), tooMany(), page());

    assertThat(virtuous.page(virtuous.client()).content()).isEqualTo(FakeVirtuous.PAGE);
    assertThat(virtuous.waits).hasSize(3);
    assertThat(virtuous.log.warnings())
        .hasSize(3)
        .allMatch(
            line ->
                line.contains(
                    "HTTP 429, the quota is used up: all requests wait 60 s, until 10:0"));
  }

  @Test
  void one_thread_waits_for_all_and_its_request_shows_that_they_may_go_on() throws Exception {
    virtuous.answers(tooMany());
    var waits = new CopyOnWriteArrayList<Duration>();
    var client =
        virtuous.client(
            wait -> {
              waits.add(wait);
              virtuous.answers(page());
              virtuous.clock.step(wait);
            });
    Callable<Page<String>> ask = () -> virtuous.page(client);
    var threads = Executors.newFixedThreadPool(4);
    try {
      var pages = threads.invokeAll(Collections.nCopies(4, ask));
      for (var page : pages) {
        assertThat(page.get().content()).isEqualTo(FakeVirtuous.PAGE);
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(waits).containsExactly(Duration.ofSeconds(60));
    assertThat(virtuous.log.warnings()).hasSize(1);
    assertThat(virtuous.requests()).hasSizeBetween(5, 8);
  }

  @Test
  void asking_once_takes_a_429_for_an_answer() {
    virtuous.answers(tooMany().withHeader("Retry-After", "847"), page());

    assertThatThrownBy(() -> virtuous.page(virtuous.askingOnce()))
        .hasMessageContaining("HTTP 429")
        .hasMessageContaining("opens again in 847 s");
    assertThat(virtuous.requests()).hasSize(1);
  }

  @Test
  void warns_once_per_window_when_few_requests_are_left() {
    virtuous.answers(remaining(100, 60), remaining(99, 60), remaining(98, 60), remaining(9, 3600));
    var client = virtuous.client();

    virtuous.page(client);
    assertThat(virtuous.log.warnings()).isEmpty();
    virtuous.page(client);
    virtuous.page(client);
    assertThat(virtuous.log.warnings()).singleElement().asString().contains("99 requests");
    virtuous.clock.step(Duration.ofSeconds(61));
    virtuous.page(client);
    assertThat(virtuous.log.warnings()).hasSize(2);
  }

  @Test
  void leaves_the_reserve_to_others_until_the_reset_and_a_margin() {
    virtuous.reserve(200).answers(remaining(200, 40), remaining(5000, 3600));
    var client = virtuous.client();

    virtuous.page(client);
    assertThat(virtuous.waits).isEmpty();
    virtuous.page(client);

    assertThat(virtuous.waits).containsExactly(Duration.ofSeconds(44));
    assertThat(virtuous.log.warnings()).singleElement().asString().contains("rate_limit_reserve");
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "10, 11", "60, 66", "300, 330", "3588, 3618", "9000, 4200"})
  void the_margin_is_a_tenth_of_the_wait_but_a_second_at_least_and_half_a_minute_at_most(
      long reset, long wait) {
    virtuous.answers(remaining(0, reset), remaining(1500, 3600));
    var client = virtuous.client();

    virtuous.page(client);
    virtuous.page(client);

    assertThat(virtuous.waits).containsExactly(Duration.ofSeconds(wait));
  }

  @Test
  void does_not_wait_for_the_reserve_when_the_reset_is_past_or_unknown() {
    virtuous
        .reserve(200)
        .answers(remaining(150, -1), page().withHeader("X-RateLimit-Remaining", "150"), page());
    var client = virtuous.client();

    virtuous.page(client);
    virtuous.page(client);
    virtuous.page(client);

    assertThat(virtuous.waits).isEmpty();
  }

  @Test
  void tells_what_the_last_reply_said_of_the_hour() {
    virtuous.answers(remaining(4612, 40).withHeader("X-RateLimit-Limit", "5000"), page());
    var client = virtuous.client();

    assertThat(client.hourlyQuota()).isEqualTo(HourlyQuota.UNKNOWN);
    virtuous.page(client);
    virtuous.page(client);
    assertThat(client.hourlyQuota())
        .isEqualTo(new HourlyQuota(Optional.of(4612L), Optional.of(5000L)));
  }

  @Test
  void asking_once_does_not_wait_for_the_reserve() {
    virtuous.reserve(200).answers(remaining(150, 40));
    var client = virtuous.askingOnce();

    virtuous.page(client);
    virtuous.page(client);

    assertThat(virtuous.log.messages()).noneMatch(line -> line.contains("wait"));
  }

  private static ResponseDefinitionBuilder tooMany() {
    return aResponse().withStatus(429);
  }

  private static ResponseDefinitionBuilder remaining(int left, long resetIn) {
    return page()
        .withHeader("X-RateLimit-Remaining", Integer.toString(left))
        .withHeader("X-RateLimit-Reset", epochIn(resetIn));
  }

  private static String epochIn(long seconds) {
    return Long.toString(FakeVirtuous.START.plusSeconds(seconds).getEpochSecond());
  }
}
