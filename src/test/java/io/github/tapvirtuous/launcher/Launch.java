package io.github.tapvirtuous.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A run of a program, from a folder and with an environment of its own. */
final class Launch {
  private static final List<String> JAVA_SETTINGS =
      List.of("JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private final ProcessBuilder builder;

  private Launch(List<String> command) {
    this.builder = new ProcessBuilder(command);
    JAVA_SETTINGS.forEach(builder.environment()::remove);
  }

  /** What a run left behind. */
  record Ran(long pid, int exit, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  static Launch of(Path program, String... arguments) {
    var command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    return new Launch(command);
  }

  /** With {@code shell} as the interpreter, such as {@code busybox sh}. */
  static Launch in(String shell, Path script, String... arguments) {
    var command = new ArrayList<>(List.of(shell.split(" ", -1)));
    command.add(script.toString());
    command.addAll(List.of(arguments));
    return new Launch(command);
  }

  Launch from(Path folder) {
    builder.directory(folder.toFile());
    return this;
  }

  Launch with(String name, Object value) {
    builder.environment().put(name, value.toString());
    return this;
  }

  Launch without(String name) {
    builder.environment().remove(name);
    return this;
  }

  Ran run() {
    try {
      var out = Files.createTempFile("launch", ".out");
      var err = Files.createTempFile("launch", ".err");
      var process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      process.getOutputStream().close();
      var exit = exit(process);
      return new Ran(process.pid(), exit, taken(out), taken(err));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static int exit(Process process) {
    try {
      if (process.waitFor(1, TimeUnit.MINUTES)) {
        return process.exitValue();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    throw new AssertionError("The program did not end: " + Map.of("pid", process.pid()));
  }

  private static String taken(Path file) throws IOException {
    var text = Files.readString(file, StandardCharsets.UTF_8);
    Files.delete(file);
    return text;
  }
}
