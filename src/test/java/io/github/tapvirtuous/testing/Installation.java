package io.github.tapvirtuous.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The tap that was built, or a folder with a copy of it: the launcher and the jar alone. */
public record Installation(Path home) {
  private static final Path LAUNCHER = Path.of("bin", "tap-virtuous");
  private static final Path JAR = Path.of("target", "tap-virtuous.jar");
  private static final Path ARCHIVE = Path.of("target", "tap-virtuous.jsa");

  public static Installation built() {
    return new Installation(Path.of(""));
  }

  /** A copy, without a class-data archive. */
  public static Installation at(Path home) throws IOException {
    var unbuilt = unbuilt(home);
    Files.createDirectories(unbuilt.jar().getParent());
    Files.copy(JAR, unbuilt.jar(), StandardCopyOption.REPLACE_EXISTING);
    return unbuilt;
  }

  /** A copy of the launcher alone: the jar is not built yet. */
  public static Installation unbuilt(Path home) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    Files.copy(
        LAUNCHER,
        home.resolve(LAUNCHER),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES);
    return new Installation(home);
  }

  public Path launcher() {
    return home.resolve(LAUNCHER);
  }

  public Path jar() {
    return home.resolve(JAR);
  }

  /** Where options for Java may stand that belong to the installation. */
  public Path javaArguments() {
    return jar().resolveSibling("java.args");
  }

  public Path archive() {
    return home.resolve(ARCHIVE);
  }
}
