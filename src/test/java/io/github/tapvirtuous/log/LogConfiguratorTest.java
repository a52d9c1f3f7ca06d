package io.github.tapvirtuous.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.status.StatusUtil;
import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.process.Launch;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogConfiguratorTest {
  @Test
  @Rule("OUT-1")
  void logback_finds_it_and_it_writes_utf_8_to_stderr_s_descriptor()
      throws IOException, InterruptedException {
    var ran = Launch.main(Chatterbox.class).withNothingBut("LC_ALL", "C").run();

    assertThat(ran.err()).endsWith("Z INFO Caf\u00e9 \u20ac\n");
    assertThat(ran.out()).isEmpty();
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

  /** Stderr whose reader went away. */
  private static final class ClosedPipe extends OutputStream {
    @Override
    public void write(int octet) throws IOException {
      throw new IOException("Broken pipe");
    }
  }
}
