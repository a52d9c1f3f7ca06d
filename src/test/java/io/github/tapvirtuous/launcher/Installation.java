package io.github.tapvirtuous.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A folder with a copy of the launcher, and of the jar unless it is not built yet. */
record Installation(Path home) {
  private static final Path LAUNCHER = Path.of("bin", "tap-virtuous");
  private static final Path JAR = Path.of("target", "tap-virtuous.jar");

  static Installation at(Path home) throws IOException {
    var unbuilt = unbuilt(home);
    Files.createDirectories(unbuilt.jar().getParent());
    Files.copy(JAR, unbuilt.jar());
    return unbuilt;
  }

  static Installation unbuilt(Path home) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    Files.copy(LAUNCHER, home.resolve(LAUNCHER), StandardCopyOption.COPY_ATTRIBUTES);
    return new Installation(home);
  }

  Path launcher() {
    return home.resolve(LAUNCHER);
  }

  Path jar() {
    return home.resolve(JAR);
  }

  Path archive() {
    return home.resolve("target").resolve("tap-virtuous.jsa");
  }
}
