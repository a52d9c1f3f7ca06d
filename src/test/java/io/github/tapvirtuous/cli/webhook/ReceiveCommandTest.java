package io.github.tapvirtuous.cli.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Tap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps a receiver from starting; {@code ReceiverProcessTest} starts it. */
final class ReceiveCommandTest {
  private static final String SECRET = "example-webhook-secret-0123456789abcdef";

  @RegisterExtension private final Tap tap = new Tap();

  @BeforeEach
  void noKeyIsNeeded() {
    tap.without("api_key");
  }

  private String said(String... arguments) {
    var all = new ArrayList<>(List.of("webhook", "receive", "--config", tap.config()));
    all.addAll(List.of(arguments));
    var run = tap.run(all.toArray(String[]::new));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.stdout()).isEmpty();
    return String.join("\n", run.shown());
  }

  private String secretFile() {
    return tap.file("secret", SECRET + "\n");
  }

  private String inbox() {
    return tap.folder().resolve("inbox.db").toString();
  }

  @Test
  void a_secret_is_needed_on_loopback_too() {
    assertThat(said("--path", "/v", "--inbox", inbox()))
        .contains("Neither \"webhook.secrets\" nor \"webhook.secret_files\" is set.");
  }

  @Test
  void an_inbox_is_needed() {
    assertThat(said("--path", "/v", "--secret-file", secretFile()))
        .contains("Where events are kept is not said.");
  }

  @Test
  void a_path_is_needed_and_one_is_proposed_that_nobody_guesses() {
    var first = said("--inbox", inbox(), "--secret-file", secretFile());
    var second = said("--inbox", inbox(), "--secret-file", secretFile());

    assertThat(first).containsPattern("--path /[0-9a-f]{32}").isNotEqualTo(second);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v", "", "/v?x=1", "/v w", "/healthz", "/readyz", "/metrics"})
  void a_path_that_cannot_be_one_is_refused(String path) {
    assertThat(said("--path", path, "--inbox", inbox(), "--unsigned")).contains("--path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "a b:1", ":1"})
  void an_address_that_cannot_be_one_is_refused(String address) {
    assertThat(said("--listen", address, "--path", "/v", "--inbox", inbox(), "--unsigned"))
        .contains("--listen", "Give HOST:PORT");
  }

  @Test
  void an_address_that_another_program_has_is_refused() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var address = other.getInetAddress().getHostAddress() + ":" + other.getLocalPort();

      assertThat(said("--listen", address, "--path", "/v", "--inbox", inbox(), "--unsigned"))
          .contains("Nobody can listen on " + address);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://h/d?user=u&password=hunter22",
    "jdbc:postgresql://h/d?PASSWORD=hunter22",
  })
  void a_url_with_a_password_is_refused_as_a_flag(String url) {
    assertThat(said("--path", "/v", "--inbox", url, "--unsigned"))
        .contains("--inbox holds a password")
        .doesNotContain("hunter22");
  }

  @Test
  void a_secret_that_cannot_be_read_is_named_by_its_file() {
    var empty = tap.file("empty", "\n");

    assertThat(said("--path", "/v", "--inbox", inbox(), "--secret-file", empty))
        .contains("--secret-file names", "is empty");
  }

  @Test
  void a_file_of_something_else_is_no_inbox() throws IOException {
    var file = tap.file("other.csv", "id,name\n7001,Jane Roe\n".repeat(100));

    assertThat(said("--path", "/v", "--inbox", file, "--unsigned"))
        .contains("is a file of something else");
    assertThat(Files.readString(tap.folder().resolve("other.csv"))).startsWith("id,name");
  }
}
