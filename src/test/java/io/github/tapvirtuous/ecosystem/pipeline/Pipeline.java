package io.github.tapvirtuous.ecosystem.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The tap and the programs behind it, joined by real pipes. They end with this process. */
public final class Pipeline {
  private static final int MINUTES_TO_END = 3;

  private final Path folder;
  private final List<Process> processes;

  private Pipeline(Path folder, List<Process> processes) {
    this.folder = folder;
    this.processes = processes;
  }

  /** Starts a tap, and whoever reads it; what they say goes to files in the folder. */
  public static Pipeline of(Path folder, ProcessBuilder... programs) throws IOException {
    for (var i = 0; i < programs.length; i++) {
      programs[i].redirectError(errors(folder, i).toFile());
    }
    programs[0].redirectInput(Path.of("/dev/null").toFile());
    programs[programs.length - 1].redirectOutput(output(folder).toFile());
    var pipeline = new Pipeline(folder, ProcessBuilder.startPipeline(List.of(programs)));
    Runtime.getRuntime().addShutdownHook(new Thread(pipeline::end, "nobody stays behind"));
    return pipeline;
  }

  private static Path errors(Path folder, int place) {
    return folder.resolve("stderr-" + place + ".log");
  }

  private static Path output(Path folder) {
    return folder.resolve("output.txt");
  }

  private Process tap() {
    return processes.get(0);
  }

  private Process reader() {
    return processes.get(processes.size() - 1);
  }

  /** Asks the tap to end, and returns when it has. */
  public void stopTap() {
    tap().destroy();
    tap().onExit().join();
  }

  /** Kills the tap without a warning, and returns when it is dead. */
  public void killTap() {
    kill(tap());
  }

  /** Kills the last program without a warning, and returns when it is dead. */
  public void killReader() {
    kill(reader());
  }

  private static void kill(Process process) {
    process.destroyForcibly().onExit().join();
  }

  private void end() {
    processes.forEach(Process::destroyForcibly);
  }

  /** Waits until all have ended. */
  public Ended ended() throws IOException, InterruptedException {
    for (var process : processes) {
      if (!process.waitFor(MINUTES_TO_END, TimeUnit.MINUTES)) {
        end();
        throw new IllegalStateException("It does not end: " + process.info());
      }
    }
    return new Ended(
        tap().exitValue(),
        Files.readString(errors(folder, 0)),
        reader().exitValue(),
        Files.readString(errors(folder, processes.size() - 1)),
        Files.readString(output(folder)));
  }
}
