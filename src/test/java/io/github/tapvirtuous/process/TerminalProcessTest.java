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

  private static List<String> told(String... command) throws Exception {
    var ran = Launch.of(List.of(command)).run();
    assertThat(ran.exitCode()).as(ran.err()).isZero();
    return ran.lines();
  }
}
