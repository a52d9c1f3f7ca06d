package io.github.tapvirtuous.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.status.StatusUtil;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogConfiguratorTest {
  @Test
  void logback_finds_it_and_it_writes_utf_8_to_stderr_s_descriptor(@TempDir Path folder)
      throws IOException, InterruptedException {
    var out = folder.resolve("out");
    var err = folder.resolve("err");

    var program = chatterbox();
    program.environment().clear();
    program.environment().put("LC_ALL", "C");
    program.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();

    assertThat(Files.readString(err)).isEqualTo("INFO Caf\u00e9 \u20ac\n");
    assertThat(out).isEmptyFile();
  }

  @Test
  void logback_s_own_words_are_printed_nowhere() {
    var log = new FreshLog(Map.of());

    assertThat(StatusUtil.contextHasStatusListener(log.context())).isTrue();
  }

  @Test
  void a_log_that_nobody_reads_any_more_stops_nothing() {
    var context = new LoggerContext();
    new LogConfigurator(Map.of(), new ClosedPipe()).configure(context);

    context.getLogger("io.github.tapvirtuous.cli.Tap").error("lost");

    assertThat(context.getStatusManager().getCount()).isPositive();
  }

  private static ProcessBuilder chatterbox() {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classes = System.getProperty("java.class.path");
    return new ProcessBuilder(java, "-cp", classes, Chatterbox.class.getName());
  }

  /** Stderr whose reader went away. */
  private static final class ClosedPipe extends OutputStream {
    @Override
    public void write(int octet) throws IOException {
      throw new IOException("Broken pipe");
    }
  }
}
