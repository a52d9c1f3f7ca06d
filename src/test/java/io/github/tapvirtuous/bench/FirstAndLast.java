package io.github.tapvirtuous.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * When the first record came out of a process, and when the last; from its start.
 *
 * @param cpuToFirst its processor time until then
 */
record FirstAndLast(Duration first, Duration cpuToFirst, Duration last) {
  private static final String RECORD = "{\"type\":\"RECORD\"";
  private static final int CHUNK = 1 << 16;

  /**
   * Reads to the end, as a quick target would.
   *
   * @param begun when the process started, by {@link System#nanoTime}
   */
  static FirstAndLast of(InputStream out, long begun, Supplier<Duration> cpu) throws IOException {
    var chunk = new byte[CHUNK];
    var seen = new FirstAndLast(Duration.ZERO, Duration.ZERO, Duration.ZERO);
    var head = new ByteArrayOutputStream();
    for (var length = out.read(chunk); length >= 0; length = out.read(chunk)) {
      var now = Duration.ofNanos(System.nanoTime() - begun);
      if (seen.first.isZero()) {
        head.write(chunk, 0, length);
        var found = head.toString(StandardCharsets.UTF_8).contains(RECORD);
        seen = found ? new FirstAndLast(now, cpu.get(), now) : seen;
      } else {
        seen = new FirstAndLast(seen.first, seen.cpuToFirst, now);
      }
    }
    return seen;
  }

  Duration between() {
    return last.minus(first);
  }
}
