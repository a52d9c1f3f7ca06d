package io.github.tapvirtuous.bench;

import io.github.tapvirtuous.testing.Installation;
import io.github.tapvirtuous.testing.process.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** How long people wait for the first word: from the call of the launcher. */
final class StartScenario implements Scenario {
  private static final int RUNS = 11;
  private static final int GIFTS = 1000;

  /** Milliseconds. */
  private record Aims(int version, int about, int record) {}

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String what() {
    return "milliseconds of start-up, median of " + RUNS;
  }

  @Override
  public List<Figure> figures(Path work) throws IOException, InterruptedException {
    try (var standIn = StandInProcess.serving(GIFTS, List.of())) {
      var plain = Installation.at(work.resolve("plain"));
      var figures = new ArrayList<>(figures("", plain, new Aims(250, 500, 1500), standIn, work));
      var built = Installation.built();
      figures.addAll(figures(", archive", built, new Aims(150, 300, 800), standIn, work));
      return figures;
    }
  }

  private static List<Figure> figures(
      String how, Installation tap, Aims aims, StandInProcess standIn, Path work)
      throws IOException, InterruptedException {
    var sync = new Sync("start", GIFTS).prepared(standIn, tap, work);
    var launcher = tap.launcher().toString();
    return List.of(
        figure("--version" + how, aims.version, List.of(launcher, "--version"), ""),
        figure("--about" + how, aims.about, List.of(launcher, "--about"), ""),
        figure("first record" + how, aims.record, sync, "{\"type\":\"RECORD\""));
  }

  private static Figure figure(String name, int aim, List<String> command, String line)
      throws IOException, InterruptedException {
    var millis = new long[RUNS];
    for (var i = 0; i < RUNS; i++) {
      millis[i] = untilLine(command, line);
    }
    return Figure.atMost(aim, name, "%.0f", (double) median(millis));
  }

  private static long median(long[] numbers) {
    return LongStream.of(numbers).sorted().toArray()[numbers.length / 2];
  }

  /** Until a line that holds this, or until the end if it is empty. */
  private static long untilLine(List<String> command, String words)
      throws IOException, InterruptedException {
    var begun = System.nanoTime();
    try (var child = Launch.of(command).start()) {
      if (!words.isEmpty()) {
        child.lineWith(words);
      }
      var seen = System.nanoTime();
      if (child.ended().exitCode() != 0) {
        throw new IOException(command + " failed: " + child.errors());
      }
      return ((words.isEmpty() ? System.nanoTime() : seen) - begun) / 1_000_000;
    }
  }
}
