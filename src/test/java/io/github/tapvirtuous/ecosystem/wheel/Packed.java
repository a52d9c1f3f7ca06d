package io.github.tapvirtuous.ecosystem.wheel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What {@code make dist} leaves. */
final class Packed {
  static final Path FOLDER = Path.of("target", "dist").toAbsolutePath();

  private Packed() {}

  static Path wheel() throws IOException {
    return ending(".whl");
  }

  static Path tar() throws IOException {
    return ending(".tar.gz");
  }

  private static Path ending(String end) throws IOException {
    return all().stream()
        .filter(file -> file.toString().endsWith(end))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Run make dist."));
  }

  static List<Path> all() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }
}
