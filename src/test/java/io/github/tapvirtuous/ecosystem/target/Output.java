package io.github.tapvirtuous.ecosystem.target;

import io.github.tapvirtuous.testing.process.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What a program says that is asked once. */
final class Output {
  private Output() {}

  static List<String> lines(String... command) {
    try {
      return Launch.of(List.of(command)).run().well().lines();
    } catch (IOException notThere) {
      throw new UncheckedIOException(notThere);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
