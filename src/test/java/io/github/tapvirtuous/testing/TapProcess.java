package io.github.tapvirtuous.testing;

import io.github.tapvirtuous.testing.process.Launch;
import java.io.File;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The built program as a process of its own: {@code make build} comes first. */
public final class TapProcess {
  private static final Installation BUILT =
      new Installation(Installation.built().home().toAbsolutePath());

  private TapProcess() {}

  /** As people start it: by {@code bin/tap-virtuous}. */
  public static Launch of(String... arguments) {
    return Launch.of(BUILT.launcher(), arguments);
  }

  /** Without its launcher. */
  public static Launch ofJar(String... arguments) {
    return java(Stream.of("-jar", BUILT.jar().toString()), arguments);
  }

  /** Behind a main class of the tests. */
  public static Launch ofMain(Class<?> main, String... arguments) {
    var classes = BUILT.jar() + File.pathSeparator + Path.of("target", "test-classes");
    return java(Stream.of("-cp", classes, main.getName()), arguments);
  }

  private static Launch java(Stream<String> options, String... arguments) {
    return Launch.java(Stream.concat(options, Stream.of(arguments)).toArray(String[]::new));
  }
}
