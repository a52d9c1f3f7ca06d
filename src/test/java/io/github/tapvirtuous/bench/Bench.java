package io.github.tapvirtuous.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures the scenarios that are named, and prints one table. An aim that is missed is no failure.
 */
final class Bench {
  private static final Path WORK = Path.of("target", "bench");

  private Bench() {}

  public static void main(String... names) throws IOException, InterruptedException {
    try {
      run(Scenarios.named(List.of(names)), System.out);
    } catch (IllegalArgumentException unusable) {
      System.err.println(unusable.getMessage());
      System.exit(2);
    }
  }

  private static void run(List<Scenario> scenarios, PrintStream out)
      throws IOException, InterruptedException {
    Files.createDirectories(WORK);
    out.println(new Figure("figure", "measured", "aim", ""));
    for (var scenario : scenarios) {
      out.println(scenario.name() + ": " + scenario.what());
      figures(scenario).forEach(out::println);
    }
  }

  private static List<Figure> figures(Scenario scenario) throws InterruptedException {
    try {
      return scenario.figures(WORK);
    } catch (IOException failed) {
      return List.of(new Figure("not measured: " + failed.getMessage(), "", "", ""));
    }
  }
}
