package io.github.tapvirtuous.ecosystem.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a program says that is asked once. */
final class Output {
  private Output() {}

  static List<String> lines(String... command) {
    try {
      var process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
      var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command[0] + " failed, see the log of the test.");
      }
      return text.lines().toList();
    } catch (IOException notThere) {
      throw new UncheckedIOException(notThere);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
