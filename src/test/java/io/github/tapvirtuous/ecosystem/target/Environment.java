package io.github.tapvirtuous.ecosystem.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The Python environment of a program, made by {@code src/test/sh/environment.sh}.
 *
 * @param name of its folder below {@code src/test/ecosystem}
 */
public record Environment(String name) {
  private static final Path ALL = Path.of("src", "test", "ecosystem");

  /** A package with its version, {@code target-jsonl 0.1.4}. */
  public String pinned(String distribution) {
    try (var lines = Files.lines(ALL.resolve(name).resolve("requirements.txt"))) {
      return lines
          .filter(line -> line.startsWith(distribution + "=="))
          .map(line -> line.replace("==", " "))
          .findFirst()
          .orElseThrow();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public Path program(String program) {
    var path = Path.of("target", "ecosystem", name, "bin", program).toAbsolutePath();
    if (!Files.isExecutable(path)) {
      throw new IllegalStateException(path + " is missing: run make test-ecosystem.");
    }
    return path;
  }
}
