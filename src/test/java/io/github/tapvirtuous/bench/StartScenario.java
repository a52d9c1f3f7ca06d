package io.github.tapvirtuous.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/** How long people wait for the first word: from the call of the launcher. */
final class StartScenario implements Scenario {
  private static final int RUNS = 11;
  private static final int GIFTS = 1000;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String what() {
    return "start-up, median of " + RUNS;
  }

  @Override
  public void measure(Path work, PrintStream out) throws IOException, InterruptedException {
    try (var standIn = StandInProcess.serving(GIFTS, List.of())) {
      measure("", Installation.withoutArchive(work), standIn, work, out);
      measure(", archive", Installation.built(), standIn, work, out);
    }
  }

  private static void measure(
      String how, Installation tap, StandInProcess standIn, Path work, PrintStream out)
      throws IOException, InterruptedException {
    var sync = new SyncScenario("start", "", GIFTS).prepared(standIn, tap, work);
    var launcher = tap.launcher().toString();
    print(out, "--version" + how, List.of(launcher, "--version"), "");
    print(out, "--about" + how, List.of(launcher, "--about"), "");
    print(out, "first record" + how, sync, "{\"type\":\"RECORD\"");
  }

  private static void print(PrintStream out, String name, List<String> command, String line)
      throws IOException, InterruptedException {
    var millis = new long[RUNS];
    for (var i = 0; i < RUNS; i++) {
      millis[i] = untilLine(command, line);
    }
    SyncScenario.line(out, name, "%d ms", LongStream.of(millis).sorted().toArray()[RUNS / 2]);
  }

  /** Until a line that starts so, or until the end if it is empty. */
  private static long untilLine(List<String> command, String start)
      throws IOException, InterruptedException {
    var begun = System.nanoTime();
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    var process = builder.start();
    var stream = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
    try (var out = new BufferedReader(stream)) {
      var line = out.readLine();
      while (line != null && (start.isEmpty() || !line.startsWith(start))) {
        line = out.readLine();
      }
      if (line != null) {
        var millis = (System.nanoTime() - begun) / 1_000_000;
        out.transferTo(
            new OutputStreamWriter(OutputStream.nullOutputStream(), StandardCharsets.UTF_8));
        return millis;
      }
    }
    if (process.waitFor() != 0 || !start.isEmpty()) {
      throw new IOException(command + " failed or never said " + start);
    }
    return (System.nanoTime() - begun) / 1_000_000;
  }
}
