package io.github.tapvirtuous.testing.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A program that is about to start, with arguments, a folder and an environment of its own. */
public final class Launch {
  private static final List<String> JAVA_SETTINGS =
      List.of("JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private final ProcessBuilder builder;

  private Launch(List<String> command) {
    this.builder = new ProcessBuilder(command);
    without(JAVA_SETTINGS.toArray(String[]::new));
  }

  public static Launch of(List<String> command) {
    return new Launch(command);
  }

  public static Launch of(Path program, String... arguments) {
    var command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    return of(command);
  }

  /** A script, by an interpreter such as {@code busybox sh}. */
  public static Launch script(String interpreter, Path script, String... arguments) {
    var command = new ArrayList<>(List.of(interpreter.split(" ", -1)));
    command.add(script.toString());
    command.addAll(List.of(arguments));
    return of(command);
  }

  /** The Java that runs the tests. */
  public static Launch java(String... arguments) {
    return of(Path.of(System.getProperty("java.home"), "bin", "java"), arguments);
  }

  /** A main class of the tests, in a Java of its own. */
  public static Launch main(Class<?> main, String... arguments) {
    var command = List.of("-cp", System.getProperty("java.class.path"), main.getName());
    var launch = java(command.toArray(String[]::new));
    launch.builder.command().addAll(List.of(arguments));
    return launch;
  }

  public Launch from(Path folder) {
    builder.directory(folder.toFile());
    return this;
  }

  public Launch with(String name, Object value) {
    builder.environment().put(name, value.toString());
    return this;
  }

  /** In an environment of this variable alone. */
  public Launch withNothingBut(String name, Object value) {
    builder.environment().clear();
    return with(name, value);
  }

  public Launch without(String... names) {
    List.of(names).forEach(builder.environment()::remove);
    return this;
  }

  /** What it says on standard error comes with its output, as people see both. */
  public Launch mixed() {
    builder.redirectErrorStream(true);
    return this;
  }

  /** Its output goes to a file. */
  public Launch into(Path file) {
    builder.redirectOutput(file.toFile());
    return this;
  }

  public ChildProcess start() throws IOException {
    var errors = errors();
    return new ChildProcess(builder.start(), errors);
  }

  /** As {@code |} does it in a shell: each of the others reads what the one before it writes. */
  public Piped startInto(Launch... readers) throws IOException {
    var builders = new ArrayList<ProcessBuilder>();
    var errors = new ArrayList<Path>();
    for (var each : Stream.concat(Stream.of(this), Stream.of(readers)).toList()) {
      builders.add(each.builder);
      errors.add(each.errors());
    }
    var programs = new ArrayList<ChildProcess>();
    for (var process : ProcessBuilder.startPipeline(builders)) {
      programs.add(new ChildProcess(process, errors.get(programs.size())));
    }
    return new Piped(programs);
  }

  private Path errors() throws IOException {
    var file = Files.createTempFile("stderr", ".log");
    builder.redirectError(Redirect.to(file.toFile()));
    return file;
  }

  /** From its start to its end. */
  public Ran run() throws IOException, InterruptedException {
    try (var process = start()) {
      return process.ended();
    }
  }
}
