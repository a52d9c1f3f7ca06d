package io.github.tapvirtuous.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A tap to measure: the one that was built, or a copy of it without a class-data archive. */
record Installation(Path launcher) {
  static final Path JAR = Path.of("target", "tap-virtuous.jar");
  private static final Path BUILT = Path.of("bin", "tap-virtuous");

  static Installation built() {
    return new Installation(BUILT);
  }

  static Installation withoutArchive(Path work) throws IOException {
    var launcher = work.resolve("plain").resolve(BUILT);
    var jar = work.resolve("plain").resolve("lib").resolve(JAR.getFileName());
    Files.createDirectories(launcher.getParent());
    Files.createDirectories(jar.getParent());
    Files.copy(
        BUILT, launcher, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    Files.copy(JAR, jar, StandardCopyOption.REPLACE_EXISTING);
    return new Installation(launcher);
  }
}
