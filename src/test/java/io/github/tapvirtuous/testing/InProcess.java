package io.github.tapvirtuous.testing;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import io.github.tapvirtuous.cli.Cli;
import io.github.tapvirtuous.cli.RunContext;
import io.github.tapvirtuous.config.Sleeper;
import io.github.tapvirtuous.standin.access.SteppingClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What a command line finds around itself in this process: its waits are noted and move the clock,
 * and nobody sleeps.
 *
 * @param in standard input
 * @param meanwhile what else happens during each wait
 */
record InProcess(
    String in,
    boolean terminal,
    Map<String, String> environment,
    SteppingClock clock,
    Sleeper meanwhile) {
  TapRun run(OutputStream out, String... arguments) {
    var waits = new CopyOnWriteArrayList<Duration>();
    var input = new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8));
    var context =
        new RunContext(
            input, out, terminal, Optional.empty(), environment, clock, wait -> rest(wait, waits));
    try (var log = LogLines.open()) {
      var exitCode = Cli.run(context, arguments);
      var bytes = out instanceof ByteArrayOutputStream all ? all.toByteArray() : new byte[0];
      var lines = log.events().stream().map(InProcess::line).toList();
      return new TapRun(exitCode, bytes, lines, log.shown(), List.copyOf(waits));
    }
  }

  private void rest(Duration wait, List<Duration> waits) throws InterruptedException {
    waits.add(wait);
    meanwhile.sleep(wait); // while nobody else may go yet
    clock.step(wait);
  }

  /** With the stack trace, and before any secret is masked. */
  private static String line(ILoggingEvent event) {
    var trace = Optional.ofNullable(ThrowableProxyUtil.asString(event.getThrowableProxy()));
    return event.getLevel() + " " + event.getFormattedMessage() + trace.orElse("");
  }
}
