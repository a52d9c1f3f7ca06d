package io.github.tapvirtuous.ecosystem.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The Python environment of a program, made by {@code src/test/sh/environment.sh}.
 *
 * @param name of its folder below {@code src/test/ecosystem}
 */
public record Environment(String name) {
  public Path program(String program) {
    var path = Path.of("target", "ecosystem", name, "bin", program).toAbsolutePath();
    if (!Files.isExecutable(path)) {
      throw new IllegalStateException(path + " is missing: run make test-ecosystem.");
    }
    return path;
  }
}
