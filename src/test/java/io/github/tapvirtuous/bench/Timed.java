package io.github.tapvirtuous.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * What a command took. Its processor time is what the shell around it says, to the end; its memory
 * what the kernel says, for as long as it runs.
 *
 * @param cpu user and system
 * @param peakKilobytes 0 where there is no {@code /proc}
 */
record Timed(Duration wall, Duration cpu, long peakKilobytes) {
  private static final String SHELL =
      "times=$1; shift; \"$@\"; exit=$?; times >\"$times\"; exit $exit";
  private static final Pattern TIME = Pattern.compile("(\\d+)m([0-9.]+)s");
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d+) kB");
  private static final int LOOK_EVERY_MILLIS = 10;

  /** Runs it with stdout to nowhere and stderr to {@code log}; it has to succeed. */
  static Timed run(List<String> command, String javaOptions, Path log)
      throws IOException, InterruptedException {
    var times = log.resolveSibling("times");
    var wrapped = new ArrayList<>(List.of("sh", "-c", SHELL, "sh", times.toString()));
    wrapped.addAll(command);
    var builder = new ProcessBuilder(wrapped).redirectError(log.toFile());
    builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .environment()
        .put("JAVA_OPTS", javaOptions);
    var start = System.nanoTime();
    var process = builder.start();
    var peak = peak(process);
    var wall = Duration.ofNanos(System.nanoTime() - start);
    if (process.exitValue() != 0) {
      throw new IOException(command + " failed: see " + log);
    }
    return new Timed(wall, cpu(Files.readString(times)), peak);
  }

  private static long peak(Process shell) throws InterruptedException {
    var peak = 0L;
    while (!shell.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
      var children = shell.children().mapToLong(ProcessHandle::pid);
      peak = Math.max(peak, children.map(Timed::peak).max().orElse(0));
    }
    return peak;
  }

  private static long peak(long pid) {
    try {
      var status = PEAK.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
      return status.find() ? Long.parseLong(status.group(1)) : 0;
    } catch (IOException gone) {
      return 0;
    }
  }

  /** Of the last two times that a shell says: those of its children. */
  static Duration cpu(String times) {
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
