package io.github.tapvirtuous.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A Java home whose {@code java} only tells its process id and its arguments, one a line. */
record FakeJava(Path home) {
  private static final String TELLS = "printf '%s\\n' $$ \"$@\"\n";

  /** Says its version in a file, as every Java home does. */
  static FakeJava released(Path home, String version) throws IOException {
    var java = scripted(home, TELLS);
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
    return java;
  }

  /** Says its version only when it is asked. */
  static FakeJava wrapped(Path home, String version) throws IOException {
    var answer = "echo 'openjdk version \"" + version + "\"' >&2";
    return scripted(home, "if [ \"$1\" = -version ]; then " + answer + "; exit; fi\n" + TELLS);
  }

  /** Says nothing but that there is no Java, as that of macOS where none is installed. */
  static FakeJava failing(Path home) throws IOException {
    return scripted(home, "echo 'No Java runtime present.' >&2; exit 1\n");
  }

  private static FakeJava scripted(Path home, String script) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    var java = new FakeJava(home);
    Files.writeString(java.program(), "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(java.program(), PosixFilePermissions.fromString("rwxr-xr-x"));
    return java;
  }

  Path program() {
    return home.resolve("bin").resolve("java");
  }
}
