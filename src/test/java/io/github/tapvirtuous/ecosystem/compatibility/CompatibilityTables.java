package io.github.tapvirtuous.ecosystem.compatibility;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;

/** What {@code docs/compatibility.md} has from pins, tests and what the tests have found. */
public final class CompatibilityTables {
  private static final Path FOUND = Path.of("docs", "targets.md");

  private final Pins pins;
  private final String found;

  private CompatibilityTables(Pins pins, String found) {
    this.pins = pins;
    this.found = found;
  }

  public static CompatibilityTables load() throws IOException {
    return new CompatibilityTables(Pins.load(), Files.readString(FOUND));
  }

  /** A row for each target: what of it is tried, and what it does in its own way. */
  public String targets() {
    var head = line("Target", Aspect::toString, "What it does in its own way");
    return Trials.programs().stream()
        .filter(Trials::isTarget)
        .map(this::target)
        .collect(joining("", head + line("---", any -> "---", "---"), ""));
  }

  private String target(String program) {
    var name = pins.named(program);
    var manners = manners(name);
    return line(name, each -> outcome(program, each, manners), manners);
  }

  private static String outcome(String program, Aspect aspect, String manners) {
    if (!Trials.tries(program, aspect)) {
      return "not tried";
    }
    if (aspect == Aspect.ROWS && manners.contains("Loses rows")) {
      return "**only as the last column says**";
    }
    return manners.contains("Takes no notice of " + aspect) ? "no" : "yes";
  }

  private static String line(String first, Function<Aspect, String> cell, String last) {
    return Arrays.stream(Aspect.values())
        .map(cell)
        .collect(joining(" | ", "| " + first + " | ", " | " + last + " |\n"));
  }

  /** As the test of the targets' page found them in this very version. */
  private String manners(String name) {
    var heading = "**" + name + "**\n\n";
    if (!found.contains(heading)) {
      throw new IllegalStateException(FOUND + " knows nothing of " + name + ": try it first.");
    }
    return found
        .substring(found.indexOf(heading) + heading.length())
        .lines()
        .takeWhile(line -> line.startsWith("* "))
        .map(line -> line.substring(2))
        .collect(joining("<br>"));
  }

  /** A section for each other program: what is so, in the words of its tests. */
  public String others() {
    return Trials.programs().stream()
        .filter(program -> !Trials.isTarget(program))
        .map(this::other)
        .collect(joining("\n"));
  }

  private String other(String program) {
    return Trials.sentences(program).entrySet().stream()
        .map(test -> "* `%s`: %s.\n".formatted(test.getKey(), String.join("; ", test.getValue())))
        .collect(joining("", "### " + pins.named(program) + "\n\n", ""));
  }
}
