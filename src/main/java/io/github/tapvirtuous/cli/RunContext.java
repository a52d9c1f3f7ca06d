package io.github.tapvirtuous.cli;

import io.github.tapvirtuous.config.Sleeper;
import io.github.tapvirtuous.error.OutputException;
import io.github.tapvirtuous.terminal.Window;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What a command finds around itself; tests bring their own.
 *
 * @param in standard input
 * @param out standard output, which throws when nobody reads it
 * @param terminal whether people see standard output as it comes
 * @param window standard error, where people see that
 * @param environment the environment variables
 */
public record RunContext(
    InputStream in,
    OutputStream out,
    boolean terminal,
    Optional<Window> window,
    Map<String, String> environment,
    Clock clock,
    Sleeper sleeper) {

  /** Writes text to standard output at once. */
  void print(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }
}
