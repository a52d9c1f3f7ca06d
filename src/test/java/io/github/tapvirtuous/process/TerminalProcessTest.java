package io.github.tapvirtuous.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.server.StandInServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see on a terminal, and programs in a pipe. */
final class TerminalProcessTest {
  @TempDir private Path folder;

  @Test
  void a_check_is_a_table_on_a_terminal_and_json_elsewhere() throws Exception {
    try (var virtuous = StandInServer.serving(StandIn.builder().build(), 0)) {
      var config = folder.resolve("config.json");
      Files.writeString(
          config,
          "{\"api_key\": \"demo-key\", \"tables\": [\"gifts\"], \"base_url\": \""
              + virtuous.baseUri()
              + "\"}");
      var check = "bin/tap-virtuous check --config " + config;

      assertThat(told("script", "-qec", check, folder.resolve("typescript").toString()))
          .contains("gifts                               4  ok");
      assertThat(told("sh", "-c", check)).singleElement().asString().startsWith("{");
    }
  }

  private List<String> told(String... command) throws Exception {
    try (var check = TapProcess.start(folder, List.of(command))) {
      var lines = check.remainingLines();
      assertThat(check.exitCode()).as(check.errors()).isZero();
      return lines;
    }
  }
}
