package io.github.tapvirtuous.standin.wiremock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.standin.Ask;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.access.RateLimit;
import io.github.tapvirtuous.standin.access.SteppingClock;
import io.github.tapvirtuous.standin.faults.Fault;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.standin.server.SandboxOptions;
import io.github.tapvirtuous.standin.server.StandInServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class StandInWireMockTest {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void both_servers_send_the_same_reply() throws Exception {
    try (var mocked = StandInWireMock.serving(StandIn.builder());
        var plain = StandInServer.serving(StandIn.builder().build(), 0)) {
      var expected = Ask.json(StandIn.builder().build(), "Gift/Query/FullGift?take=2").toString();

      assertThat(gifts(mocked.baseUri()).body()).isEqualTo(expected);
      assertThat(gifts(plain.baseUri()).body()).isEqualTo(expected);
      assertThat(gifts(plain.baseUri()).headers().firstValue("x-ratelimit-limit")).hasValue("5000");
      assertThat(mocked.standIn().requests("gifts").get(0).scheme()).isEqualTo("Basic");
    }
  }

  @Test
  void each_test_has_its_own_stand_in() throws Exception {
    try (var one = StandInWireMock.serving(StandIn.builder().empty("gifts"));
        var other = StandInWireMock.serving(StandIn.builder())) {
      assertThat(gifts(one.baseUri()).body()).isEqualTo("{\"list\":[],\"total\":0}");
      assertThat(gifts(other.baseUri()).body()).contains("7001");
    }
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void breaks_the_connection_behind_both_servers(Fault fault) throws Exception {
    var broken = StandIn.builder().fault(When.request(1), fault);

    try (var mocked = StandInWireMock.serving(broken);
        var plain = StandInServer.serving(broken.build(), 0)) {
      assertThatThrownBy(() -> gifts(mocked.baseUri())).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> gifts(plain.baseUri())).isInstanceOf(IOException.class);
      assertThat(gifts(plain.baseUri()).statusCode()).isEqualTo(200);
    }
  }

  static List<Fault> breaks() {
    return List.of(Faults.reset(), Faults.closed(), Faults.resetInBody());
  }

  @Test
  void a_stalled_body_arrives_whole_in_the_end() throws Exception {
    var stalled = StandIn.builder().fault(When.always(), Faults.stalled(Duration.ofMillis(1)));

    try (var mocked = StandInWireMock.serving(stalled);
        var plain = StandInServer.serving(stalled.build(), 0)) {
      assertThat(gifts(mocked.baseUri()).body()).endsWith(",\"total\":4}");
      assertThat(gifts(plain.baseUri()).body()).endsWith(",\"total\":4}");
    }
  }

  @Test
  void an_empty_reply_is_empty_and_its_date_is_the_given_clock_s() throws Exception {
    var clock = new SteppingClock(Instant.parse("2025-06-01T12:00:00Z"));
    var empty =
        StandIn.builder()
            .rateLimit(RateLimit.hourly(9, clock))
            .fault(When.always(), Faults.empty200());

    try (var mocked = StandInWireMock.serving(empty);
        var plain = StandInServer.serving(empty.build(), 0)) {
      for (var base : List.of(mocked.baseUri(), plain.baseUri())) {
        assertThat(gifts(base).body()).isEmpty();
      }
      assertThat(gifts(mocked.baseUri()).headers().allValues("Date"))
          .containsExactly("Sun, 01 Jun 2025 12:00:00 GMT");
    }
  }

  @Test
  @Timeout(600)
  void counts_how_many_requests_wait_at_the_same_time() throws Exception {
    var slow = StandIn.builder().fault(When.request(1).times(2), Faults.slow(Duration.ofHours(1)));

    try (var mocked = StandInWireMock.serving(slow)) {
      var standIn = mocked.standIn();
      var one = CLIENT.sendAsync(request(mocked.baseUri()), BodyHandlers.ofString());
      var other = CLIENT.sendAsync(request(mocked.baseUri()), BodyHandlers.ofString());
      while (standIn.maxInFlight() < 2) {
        Thread.onSpinWait();
      }
      standIn.close();

      assertThat(one.get().statusCode() + other.get().statusCode()).isEqualTo(400);
    }
  }

  @Test
  void the_program_serves_the_rows_it_is_told_to() throws Exception {
    var options = SandboxOptions.parse("--rows", "gifts=7,contacts=3", "--key", "k", "--gzip");

    var standIn = options.standIn();

    assertThat(standIn.size("gifts")).isEqualTo(7);
    assertThat(standIn.size("contacts")).isEqualTo(3);
    assertThatThrownBy(() -> SandboxOptions.parse("--prot", "1")).hasMessageContaining("--prot");
  }

  @Test
  void the_program_leaves_the_few_values_of_a_value_array_as_they_are() {
    var standIn = SandboxOptions.parse("--rows", "100").standIn();

    assertThat(standIn.size("gifts")).isEqualTo(100);
    assertThat(standIn.size("channel_types")).isBetween(1, 20);
  }

  private static HttpResponse<String> gifts(URI base) throws IOException, InterruptedException {
    return CLIENT.send(request(base), BodyHandlers.ofString());
  }

  private static HttpRequest request(URI base) {
    return HttpRequest.newBuilder(base.resolve("Gift/Query/FullGift?take=2"))
        .header("Authorization", "Basic demo-key")
        .POST(BodyPublishers.ofString("{}"))
        .build();
  }
}
