package io.github.tapvirtuous.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import io.github.tapvirtuous.testing.output.Messages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where nothing has worked yet, the host is rather wrong than away: a run is not patient with it.
 */
final class UnreachableTest {
  private static final List<Duration> QUICK = List.of(Duration.ofSeconds(1), Duration.ofSeconds(1));

  @RegisterExtension private final Tap tap = Tap.patient();

  static Stream<Arguments> hosts() throws IOException {
    try (var socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      var nobody = "http://127.0.0.1:" + socket.getLocalPort() + "/api/";
      return Stream.of("auto", "basic")
          .flatMap(
              scheme ->
                  Stream.of(
                      Arguments.of(nobody, scheme, "no connection: connection refused."),
                      Arguments.of(
                          "https://no-such-host.invalid/", scheme, "the host name is unknown.")));
    }
  }

  private Tap tap(String url, String scheme) {
    return tap.at(url).set("auth_scheme", '"' + scheme + '"');
  }

  private static void assertEndedSoon(TapRun run, String words) {
    assertThat(run.exitCode()).as(run.logText()).isEqualTo(1);
    assertThat(run.waits()).isEqualTo(QUICK);
    assertThat(run.logText())
        .containsOnlyOnce("(try 1 of 3); trying again in 1 s.")
        .containsOnlyOnce("(try 2 of 3); trying again in 1 s.")
        .containsOnlyOnce("failed after 3 tries: " + words + " Check \"base_url\"");
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void a_sync_without_a_catalog_ends_after_three_quick_tries(
      String url, String scheme, String words) {
    var run = tap(url, scheme).sync();

    assertEndedSoon(run, words);
    assertThat(run.logText()).contains("campaigns: failed after 3 tries", "gifts is skipped");
    assertThat(run.messages()).isNotEmpty().allMatch(each -> Messages.is(each, "STATE"));
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void a_sync_with_a_catalog_ends_after_three_quick_tries(String url, String scheme, String words) {
    tap(url, scheme).keysOf("gifts", "projects", "pledges", "contacts", "segments");

    assertEndedSoon(tap.sync(), words);
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void a_discovery_ends_after_three_quick_tries(String url, String scheme, String words) {
    var run = tap(url, scheme).discover();

    assertEndedSoon(run, words);
    assertThat(run.stdout()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void fewer_tries_and_shorter_pauses_stay_what_they_are(String url, String scheme, String words) {
    var run = tap(url, scheme).set("retry_limit", 2).set("retry_delay", 0).sync();

    assertThat(run.logText()).contains("failed after 2 tries: " + words);
    assertThat(run.waits()).isEmpty();
  }
}
