package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that holds what is to come out; one that is missing fails. {@code mvn test
 * -Dgolden.update} rewrites it: read the difference.
 */
final class Expectation {
  private Expectation() {}

  static void matches(Path file, String actual) throws IOException {
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, actual);
    }
    assertThat(file).exists();
    assertThat(actual).isEqualTo(Files.readString(file));
  }
}
