package io.github.tapvirtuous.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where nothing has worked yet, the host is rather wrong than away: a run is not patient with it.
 */
final class UnreachableTest {
  private static final List<Duration> QUICK = List.of(Duration.ofSeconds(1), Duration.ofSeconds(1));

  @TempDir Path folder;

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
    return new Tap(folder, URI.create(url)).set("auth_scheme", scheme);
  }

  private static void assertEndedSoon(Tap tap, Tap.Run run, String words) {
    assertThat(run.exitCode()).as(run.log()).isEqualTo(1);
    assertThat(tap.waits()).isEqualTo(QUICK);
    assertThat(run.log())
        .containsOnlyOnce("(try 1 of 3); trying again in 1 s.")
        .containsOnlyOnce("(try 2 of 3); trying again in 1 s.")
        .containsOnlyOnce("failed after 3 tries: " + words + " Check \"base_url\"");
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void a_sync_without_a_catalog_ends_after_three_quick_tries(
      String url, String scheme, String words) {
    var tap = tap(url, scheme);

    var run = tap.run();

    assertEndedSoon(tap, run, words);
    assertThat(run.log()).contains("campaigns: failed after 3 tries", "gifts is skipped");
    assertThat(run.output().lines()).isNotEmpty().allMatch(line -> Output.is(line, "STATE"));
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void a_sync_with_a_catalog_ends_after_three_quick_tries(String url, String scheme, String words) {
    var tap = tap(url, scheme).catalogOf("gifts", "projects", "pledges", "contacts", "segments");

    assertEndedSoon(tap, tap.run(), words);
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void a_discovery_ends_after_three_quick_tries(String url, String scheme, String words) {
    var tap = tap(url, scheme);

    var run = tap.run("--discover");

    assertEndedSoon(tap, run, words);
    assertThat(run.output().lines()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void fewer_tries_and_shorter_pauses_stay_what_they_are(String url, String scheme, String words) {
    var tap = tap(url, scheme).set("retry_limit", 2).set("retry_delay", 0);

    var run = tap.run();

    assertThat(run.log()).contains("failed after 2 tries: " + words);
    assertThat(tap.waits()).isEmpty();
  }
}
