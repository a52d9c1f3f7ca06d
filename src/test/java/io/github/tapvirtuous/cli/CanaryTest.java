package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.faults.DataFaults;
import io.github.tapvirtuous.standin.faults.Fault;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The key is seen nowhere, whatever fails: not even before the log masks what it knows. */
final class CanaryTest {
  private static final String KEY = "CANARY-5f0d.3b_7e";
  private static final String ENCODED =
      Base64.getEncoder().encodeToString(KEY.getBytes(StandardCharsets.UTF_8));

  @RegisterExtension private final Tap tap = new Tap();

  @BeforeEach
  void the_key_is_the_canary() {
    tap.set("api_key", '"' + KEY + '"').tables("gifts", "segments");
  }

  private static void assertUnseen(TapRun run) {
    assertUnseen(run.toString());
  }

  private static void assertUnseen(String text) {
    assertThat(text).doesNotContainIgnoringCase(KEY).doesNotContain(ENCODED);
  }

  private TapRun reported() throws IOException {
    var report = tap.folder().resolve("report.json");
    var run = tap.sync("--report", report.toString());
    assertUnseen(Files.readString(report));
    return run;
  }

  static Stream<Fault> failures() {
    return Stream.of(
        Faults.status(400),
        Faults.status(401),
        Faults.status(403),
        Faults.status(404),
        Faults.status(429),
        Faults.status(500),
        Faults.status(401, "text/plain", "Who is Basic " + KEY + "?"),
        Faults.status(403, "application/json", "{\"message\":\"not you, " + KEY + "\"}"),
        Faults.status(400, "application/json", "{\"error\":{\"message\":\"Basic " + KEY + "\"}}"),
        Faults.statusWith(301, "Location", "https://example.org/?key=" + KEY),
        Faults.body("not JSON", "Basic " + KEY),
        Faults.body("another shape", "{\"" + KEY + "\":[]}"),
        Faults.html502(),
        Faults.empty200(),
        Faults.truncated(),
        Faults.reset(),
        Faults.closed(),
        Faults.resetInBody(),
        Faults.gzipGarbage(),
        DataFaults.keysRevoked());
  }

  @ParameterizedTest
  @MethodSource("failures")
  @Rule("LOG-3")
  void not_when_a_request_fails(Fault failure) throws IOException {
    tap.set("rate_limit_reserve", 0)
        .serves(StandIn.builder().keys(KEY).fault(When.request(1).times(5), failure));

    var config = tap.config();
    for (var run :
        List.of(
            tap.run("check", "--config", config),
            tap.run("check", "--probe", "--config", config),
            tap.discover(),
            reported(),
            tap.sync("--test"))) {
      assertUnseen(run);
    }
  }

  @Test
  void not_when_all_goes_well() throws IOException {
    tap.serves(StandIn.builder().keys(KEY));

    var run = reported();

    assertThat(run.exitCode()).isZero();
    assertThat(tap.standIn().requests()).isNotEmpty();
    assertUnseen(run);
    assertUnseen(tap.discover());
  }

  @Test
  void not_when_nobody_listens() throws IOException {
    tap.at("http://127.0.0.1:1/api/");

    assertUnseen(reported());
  }

  @Test
  void not_as_a_field_that_the_schema_lacks() throws IOException {
    var row = "{\"id\":1,\"" + KEY + "\":1,\"x" + KEY + "\":\"" + KEY + "\"}";
    tap.keysOf("gifts", "segments").serves(StandIn.builder().keys(KEY).rows("gifts", row));

    var run = reported();

    assertThat(run.exitCode()).isZero();
    assertThat(Files.readString(tap.folder().resolve("report.json"))).contains("\"x***\":1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"api_key\": [\"" + KEY + "\"]}",
        "{\"api_key\": {\"" + KEY + "\": 1}}",
        "{\"api_key\": \"two " + KEY + "\"}",
        "{\"api_key\": \"Basic " + KEY + "\"}",
        "{\"api_key\": \"" + KEY + "\\u0000\"}",
        "{\"api_key\": \"" + KEY + "\"",
        "{\"api_key\": " + KEY + "}",
        "{\"api_key\": \"" + KEY + "\", \"api_key\": \"" + KEY + "\"}",
        "{\"api_key\": \"" + KEY + "\", \"page_size\": \"x\"}",
        "\"" + KEY + "\"",
        KEY,
        "{\"api_key\": \"x\", \"base_url\": \"https://" + KEY + "@example.org/\"}",
        "{\"api_key\": \"x\", \"base_url\": \"https://example.org/?key=" + KEY + "\"}",
        "{\"api_key\": \"x\", \"base_url\": \"https://example.org/#" + KEY + "\"}",
      })
  void not_when_the_config_is_bad(String config) {
    var run = tap.run("--config", tap.file("config.json", config));

    assertThat(run.exitCode()).isEqualTo(2);
    assertUnseen(run);
  }

  @Test
  void not_when_the_environment_is_bad() {
    tap.variable("TAP_VIRTUOUS_API_KEY", KEY).variable("TAP_VIRTUOUS_PAGE_SIZE", "many");
    assertUnseen(tap.run("--config", "ENV"));

    tap.variable("TAP_VIRTUOUS_API_KEY", "Bearer " + KEY);
    assertUnseen(tap.run("--config", "ENV"));
  }

  @Test
  void not_when_the_config_is_given_for_the_catalog_or_the_state() {
    assertUnseen(tap.sync("--catalog", tap.config()));
    assertUnseen(tap.sync("--catalog", tap.file("broken", "{\"api_key\": " + KEY)));
    assertUnseen(tap.sync("--state", tap.file("broken", "{\"api_key\": " + KEY)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--api_key=" + KEY,
        "--api_key " + KEY,
        "--discover " + KEY,
        KEY,
        "--discover=" + KEY,
        "--about --format " + KEY,
        "check " + KEY,
        "--api_key=" + KEY + " check",
      })
  void not_when_it_is_among_the_arguments(String arguments) {
    var run = tap.run(arguments.split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertUnseen(run);
  }
}
