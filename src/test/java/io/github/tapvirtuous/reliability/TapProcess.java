package io.github.tapvirtuous.reliability;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The built tap as a process of its own, which may be killed while it writes. */
final class TapProcess implements AutoCloseable {
  private static final Path JAR = Path.of("target", "tap-virtuous.jar");
  private static final Path LAUNCHER = Path.of("bin", "tap-virtuous");
  private static final int SECONDS_TO_END = 60;

  private final Path errors;
  private Optional<Process> running = Optional.empty();

  /** How a run is ended before its time. */
  enum Signal {
    NONE,
    SIGTERM,
    SIGKILL
  }

  /**
   * When it comes.
   *
   * @param afterBytes of output
   */
  record Kill(Signal signal, long afterBytes) {
    static final Kill NEVER = new Kill(Signal.NONE, Long.MAX_VALUE);
  }

  /**
   * What came of a run.
   *
   * @param text of standard output, the last line of it perhaps cut
   * @param wasKilled whether the signal was sent
   */
  record Ended(int exitCode, String text, boolean wasKilled, String log) {}

  /** Keeps a run's standard error in a folder. */
  TapProcess(Path folder) {
    errors = folder.resolve("stderr.txt");
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "no tap stays behind"));
  }

  Ended run(Kill kill, List<String> arguments) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command(arguments)).redirectError(errors.toFile()).start();
    running = Optional.of(process);
    process.getOutputStream().close();
    var text = new ByteArrayOutputStream();
    var killed = read(process, kill, text);
    if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new IllegalStateException("The tap closed its output but did not end.");
    }
    return new Ended(
        process.exitValue(),
        text.toString(StandardCharsets.UTF_8),
        killed,
        Files.readString(errors));
  }

  private static boolean read(Process process, Kill kill, ByteArrayOutputStream text)
      throws IOException {
    var killed = false;
    var chunk = new byte[4096];
    var out = process.getInputStream();
    try {
      for (int length = out.read(chunk); length >= 0; length = out.read(chunk)) {
        text.write(chunk, 0, length);
        if (!killed && text.size() >= kill.afterBytes()) {
          killed = true;
          send(kill.signal(), process);
        }
      }
    } catch (IOException closedByTheKill) {
      if (!killed) {
        throw closedByTheKill;
      }
    }
    return killed;
  }

  private static void send(Signal signal, Process process) {
    switch (signal) {
      case NONE -> {}
      case SIGTERM -> process.toHandle().destroy();
      case SIGKILL -> process.toHandle().destroyForcibly();
    }
  }

  private static List<String> command(List<String> arguments) {
    var command = new ArrayList<String>();
    if (Files.isExecutable(LAUNCHER)) {
      command.add(LAUNCHER.toString());
    } else {
      var java = Path.of(System.getProperty("java.home"), "bin", "java");
      command.addAll(List.of(java.toString(), "-jar", JAR.toString()));
    }
    command.addAll(arguments);
    return command;
  }

  @Override
  public void close() {
    running.ifPresent(Process::destroyForcibly);
  }
}
