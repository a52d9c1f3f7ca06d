package io.github.tapvirtuous.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder for the files of a run. */
record RunFolder(Path path) {
  static RunFolder fresh() throws IOException {
    return new RunFolder(Files.createTempDirectory("tap"));
  }

  /** The path of a file with this content. */
  String file(String name, String content) {
    try {
      return Files.writeString(path.resolve(name), content).toString();
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** With all that is in it. */
  void delete() throws IOException {
    try (var files = Files.walk(path)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
