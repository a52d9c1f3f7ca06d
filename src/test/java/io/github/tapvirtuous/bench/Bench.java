package io.github.tapvirtuous.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the scenarios that are named, and prints what each took. */
final class Bench {
  private static final Path WORK = Path.of("target", "bench");

  private Bench() {}

  public static void main(String... names) throws IOException, InterruptedException {
    try {
      run(List.of(names), System.out);
    } catch (IllegalArgumentException unusable) {
      System.err.println(unusable.getMessage());
      System.exit(2);
    }
  }

  private static void run(List<String> names, PrintStream out)
      throws IOException, InterruptedException {
    var scenarios = Scenarios.named(names);
    Files.createDirectories(WORK);
    for (var scenario : scenarios) {
      out.println();
      out.println(scenario.name() + ": " + scenario.what());
      scenario.measure(WORK, out);
    }
  }
}
