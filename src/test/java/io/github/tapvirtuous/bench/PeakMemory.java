package io.github.tapvirtuous.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The most memory that the child of a shell has had at a time, as the kernel says it meanwhile. */
final class PeakMemory implements Runnable {
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d+) kB");
  private static final int LOOK_EVERY_MILLIS = 10;

  private final Process shell;
  private volatile long kilobytes;

  PeakMemory(Process shell) {
    this.shell = shell;
  }

  /** 0 where there is no {@code /proc}. */
  long kilobytes() {
    return kilobytes;
  }

  @Override
  public void run() {
    var pid = -1L;
    try {
      while (!shell.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        pid = pid < 0 ? shell.children().mapToLong(ProcessHandle::pid).max().orElse(-1) : pid;
        kilobytes = Math.max(kilobytes, ofProcess(pid));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** In kilobytes; 0 where there is no {@code /proc}, or no such process. */
  static long ofProcess(long pid) {
    try {
      var status = PEAK.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
      return status.find() ? Long.parseLong(status.group(1)) : 0;
    } catch (IOException gone) {
      return 0;
    }
  }
}
