package io.github.tapvirtuous.standin.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The stand-in as a program of its own. */
@Tag("slow")
final class SandboxTest {
  @TempDir private Path folder;

  private static Process start(String... arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StandInServer.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static BufferedReader words(Process sandbox) {
    return new BufferedReader(
        new InputStreamReader(sandbox.getInputStream(), StandardCharsets.UTF_8));
  }

  private static List<String> until(String last, BufferedReader words) throws IOException {
    var read = new ArrayList<String>();
    for (var line = words.readLine(); line != null; line = words.readLine()) {
      read.add(line);
      if (line.startsWith(last)) {
        return read;
      }
    }
    throw new AssertionError("No line starts with " + last + ": " + read);
  }

  @Test
  void leads_the_tap_to_it_by_a_config_that_is_gone_at_its_end() throws Exception {
    var config = folder.resolve("sandbox.json");
    var sandbox = start("--port", "0", "--key", "made-up", "--config", config.toString());
    try (var words = words(sandbox)) {
      var greeting = until("Stop it with Ctrl-C.", words);

      var written = JsonMapper.shared().readTree(Files.readString(config));
      assertThat(written.path("api_key").stringValue()).isEqualTo("made-up");
      assertThat(greeting.get(0)).contains(written.path("base_url").stringValue());
      assertThat(greeting).contains("  bin/tap-virtuous check --config " + config);

      sandbox.destroy();
      assertThat(sandbox.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(config).doesNotExist();
    } finally {
      sandbox.destroyForcibly();
    }
  }

  @Test
  void leaves_the_config_of_another_sandbox_where_it_is() throws Exception {
    var config = folder.resolve("sandbox.json");
    var sandbox = start("--port", "0", "--config", config.toString());
    try (var words = words(sandbox)) {
      until("Stop it with Ctrl-C.", words);
      Files.writeString(config, "{}");

      sandbox.destroy();
      assertThat(sandbox.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(config).exists();
    } finally {
      sandbox.destroyForcibly();
    }
  }

  @Test
  void says_in_one_line_that_its_port_is_in_use() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(other.getLocalPort());
      var config = folder.resolve("sandbox.json");
      var sandbox = start("--port", port, "--config", config.toString());
      try (var words = words(sandbox)) {
        assertThat(words.lines())
            .singleElement()
            .asString()
            .startsWith("Port " + port + " is in use")
            .contains("PORT=0");
        assertThat(sandbox.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(sandbox.exitValue()).isEqualTo(1);
        assertThat(config).doesNotExist();
      } finally {
        sandbox.destroyForcibly();
      }
    }
  }
}
