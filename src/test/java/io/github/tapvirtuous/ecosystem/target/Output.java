package io.github.tapvirtuous.ecosystem.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a program says that is asked once. */
final class Output {
  private Output() {}

  static List<String> lines(String... command) {
    try {
      var process = new ProcessBuilder(command).start();
      var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      var errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(errors);
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
