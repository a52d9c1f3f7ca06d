package io.github.tapvirtuous.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.airbyte.Source;
import io.github.tapvirtuous.testing.airbyte.SourceRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A connection is told as good or bad: a check that found out something has done its work. */
final class ConnectionTest {
  private static final String KEY = "a-key-to-be-kept-private";

  @RegisterExtension private final Tap tap = new Tap().set("api_key", '"' + KEY + '"');

  private final Source source = Source.inProcess(tap);

  private String failure() {
    var run = source.check().well();
    var told = run.output().connectionStatus();
    assertThat(told.path("status").stringValue()).as(run.toString()).isEqualTo("FAILED");
    assertThat(run.waits()).as("somebody waits at the screen").isEmpty();
    assertPrivate(run);
    return told.path("message").stringValue();
  }

  private static void assertPrivate(SourceRun run) {
    assertThat(run.output().text()).doesNotContain(KEY);
  }

  @Test
  void a_good_key_succeeds() {
    tap.serves(StandIn.builder().keys(KEY));

    var run = source.check().well();

    assertThat(run.output().connectionStatus().path("status").stringValue()).isEqualTo("SUCCEEDED");
    assertThat(run.waits()).isEmpty();
    assertPrivate(run);
  }

  @Test
  void a_bad_key_fails_at_once_and_says_which_setting_to_look_at() {
    assertThat(failure()).contains("api_key", "401");
    assertThat(tap.standIn().requestCount()).as("Basic, then Bearer").isEqualTo(2);
  }

  @Test
  void a_host_that_does_not_answer_fails() throws IOException {
    tap.at("http://127.0.0.1:" + unusedPort() + "/api/");

    assertThat(failure()).isNotBlank();
  }

  private static int unusedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void a_server_in_trouble_fails_after_one_try_a_question() {
    tap.tables("gifts")
        .serves(StandIn.builder().keys(KEY).fault(When.always(), Faults.status(503)));

    assertThat(failure()).contains("503");
    assertThat(tap.standIn().requestCount()).isLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "page_size   | 1                   | page_size",
        "tables      | [\"gift\"]          | gift",
        "api_key     | 7                   | api_key",
        "base_url    | \"ftp://a.example\" | base_url",
        "start_date  | \"yesterday\"       | start_date",
        "webhook     | {\"only\": true}    | webhook.only",
        "webhook     | {\"mode\": \"payload\"} | webhook.mode",
      })
  void a_config_that_cannot_work_fails_and_names_the_setting(
      String setting, String value, String named) {
    tap.set(setting, value);

    assertThat(failure()).contains(named);
    assertThat(tap.standIn().requestCount()).isZero();
  }

  @Test
  void a_config_without_a_key_fails() {
    tap.without("api_key");

    assertThat(failure()).contains("api_key");
  }

  @Test
  void no_config_at_all_fails() {
    var told = source.run("check").well().output().connectionStatus();

    assertThat(told.path("status").stringValue()).isEqualTo("FAILED");
    assertThat(told.path("message").stringValue()).contains("--config");
  }

  @ParameterizedTest
  @CsvSource({"check --config", "discover", "read", "read --catalog", "write", "''"})
  void wrong_usage_is_an_error_to_be_put_right(String words) {
    var run = source.run(words.isEmpty() ? new String[0] : words.split(" ", -1));

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
    assertThat(run.output().errors())
        .singleElement()
        .matches(error -> error.path("failure_type").stringValue().equals("config_error"));
  }
}
