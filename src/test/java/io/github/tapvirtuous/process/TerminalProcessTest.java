package io.github.tapvirtuous.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.process.Launch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people see on a terminal, and programs in a pipe. */
final class TerminalProcessTest {
  @RegisterExtension private final Tap tap = new Tap();

  @Test
  void a_check_is_a_table_on_a_terminal_and_json_elsewhere() throws Exception {
    var check = "bin/tap-virtuous check --config '" + tap.tables("gifts").config() + "'";
    var typescript = tap.folder().resolve("typescript").toString();

    assertThat(told("script", "-qec", check, typescript))
        .contains("gifts                               4  ok");
    assertThat(told("sh", "-c", check)).singleElement().asString().startsWith("{");
  }

  @Test
  void a_sync_is_drawn_on_a_terminal_and_told_in_lines_elsewhere() throws Exception {
    var drawn = onATerminal("xterm", "> /dev/null");
    var lines = onATerminal("xterm", "2>&1 > /dev/null | cat");

    assertThat(drawn)
        .contains("\u001b[J", "\u001b[32m✓\u001b[0m gifts", "verified", " INFO Done in ")
        .doesNotContain("METRIC", "begins");
    assertThat(lines.lines())
        .anyMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT[0-9:]{8}Z INFO gifts: begins\\."))
        .anyMatch(line -> line.startsWith("INFO METRIC: {"))
        .noneMatch(line -> line.contains("http_request_duration"));
    assertThat(lines).doesNotContain("\u001b", "✓").contains("INFO Done in ");
  }

  @Test
  void nothing_is_drawn_among_messages_nor_where_a_terminal_cannot() throws Exception {
    for (var sync : List.of(onATerminal("xterm", ""), onATerminal("dumb", "> /dev/null"))) {
      assertThat(sync).doesNotContain("\u001b", "METRIC").contains("INFO gifts: begins.");
    }
  }

  private String onATerminal(String term, String redirections) throws Exception {
    var config = "'" + tap.tables("gifts").config() + "'";
    var sync = "bin/tap-virtuous --config " + config + " " + redirections;
    var typescript = tap.folder().resolve("typescript").toString();
    var launch = Launch.of(List.of("script", "-qec", sync, typescript));
    var ran = launch.with("TERM", term).with("LC_ALL", "C.UTF-8").without("NO_COLOR").run();
    assertThat(ran.exitCode()).as(ran.out()).isZero();
    return ran.out();
  }

  private static List<String> told(String... command) throws Exception {
    var ran = Launch.of(List.of(command)).run();
    assertThat(ran.exitCode()).as(ran.err()).isZero();
    return ran.lines();
  }
}
