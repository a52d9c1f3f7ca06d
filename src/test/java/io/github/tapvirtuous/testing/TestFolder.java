package io.github.tapvirtuous.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A folder for the files of one test. */
public final class TestFolder implements BeforeEachCallback, AfterEachCallback {
  private Path path = Path.of("");

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    path = Files.createTempDirectory("tap");
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    try (var files = Files.walk(path)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  public Path path() {
    return path;
  }

  /** The path of a file with this content. */
  public String file(String name, String content) {
    try {
      return Files.writeString(path.resolve(name), content).toString();
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
