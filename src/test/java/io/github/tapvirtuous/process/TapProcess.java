package io.github.tapvirtuous.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The built tap as a process of its own, read line by line. */
final class TapProcess implements AutoCloseable {
  private final Process process;
  private final Path errors;
  private final BufferedReader out;
  private final List<String> lines = new ArrayList<>();

  private TapProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts a command in an environment of its own. */
  static TapProcess start(Path folder, List<String> command, String... environment)
      throws IOException {
    var errors = Files.createTempFile(folder, "stderr", ".log");
    var builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.environment().keySet().removeIf(name -> name.contains("JAVA_"));
    for (var variable : environment) {
      builder.environment().put(variable.split("=", 2)[0], variable.split("=", 2)[1]);
    }
    return new TapProcess(builder.start(), errors);
  }

  /** Reads on until a line holds this text. */
  String lineWith(String text) throws IOException {
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      lines.add(line);
      if (line.contains(text)) {
        return line;
      }
    }
    throw new AssertionError("No line holds " + text + ". " + errors());
  }

  /** Sends a signal such as {@code TERM}, without waiting for what it does. */
  void signal(String name) throws IOException, InterruptedException {
    signal(name, List.of(process.pid()));
  }

  /** Sends a signal to several processes at once, as Ctrl-C does to a pipeline. */
  static void signal(String name, List<Long> processes) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("kill", "-" + name));
    processes.forEach(id -> command.add(Long.toString(id)));
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
  }

  /** Its child of this name, such as {@code java}. */
  long child(String program) {
    return process
        .descendants()
        .filter(each -> each.info().command().orElse("").endsWith(program))
        .findFirst()
        .orElseThrow()
        .pid();
  }

  /** Reads nothing any more. */
  void closePipe() throws IOException {
    process.getInputStream().close();
  }

  /** Reads the rest, and waits for the end. */
  List<String> remainingLines() throws IOException {
    out.lines().forEach(lines::add);
    return List.copyOf(lines);
  }

  int exitCode() throws IOException, InterruptedException {
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("it ends: " + errors()).isTrue();
    return process.exitValue();
  }

  String errors() throws IOException {
    return Files.readString(errors);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
