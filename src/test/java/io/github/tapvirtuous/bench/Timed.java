package io.github.tapvirtuous.bench;

import io.github.tapvirtuous.testing.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a command took. Its processor time is what the shell around it says, to the end.
 *
 * @param cpu user and system
 * @param peakKilobytes 0 where there is no {@code /proc}
 */
record Timed(Duration wall, Duration cpu, long peakKilobytes, FirstAndLast records) {
  private static final String SHELL =
      "times=$1; shift; \"$@\"; exit=$?; times >\"$times\"; exit $exit";
  private static final Pattern TIME = Pattern.compile("(\\d+)m([0-9.]+)s");

  /** Runs it, and keeps its stderr in {@code log}; it has to succeed. */
  static Timed run(List<String> command, String javaOptions, Path log)
      throws IOException, InterruptedException {
    var times = log.resolveSibling("times");
    var wrapped = new ArrayList<>(List.of("sh", "-c", SHELL, "sh", times.toString()));
    wrapped.addAll(command);
    var launch = Launch.of(wrapped).with("JAVA_OPTS", javaOptions);
    var begun = System.nanoTime();
    try (var child = launch.start()) {
      var shell = child.process();
      var memory = new PeakMemory(shell);
      new Thread(memory, "memory").start();
      var records = FirstAndLast.of(shell.getInputStream(), begun, () -> cpuSoFar(shell));
      var exitCode = shell.waitFor();
      var wall = Duration.ofNanos(System.nanoTime() - begun);
      Files.writeString(log, child.errors());
      if (exitCode != 0) {
        throw new IOException(command.get(0) + " failed: see " + log);
      }
      return new Timed(wall, cpu(Files.readString(times)), memory.kilobytes(), records);
    }
  }

  private static Duration cpuSoFar(Process shell) {
    return shell
        .children()
        .map(child -> child.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Of the last two times that a shell says: those of its children. */
  private static Duration cpu(String times) {
    var all = TIME.matcher(times).results().toList();
    var children = all.subList(all.size() - 2, all.size());
    return children.stream()
        .map(
            time -> seconds(Long.parseLong(time.group(1)) * 60 + Double.parseDouble(time.group(2))))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }
}
