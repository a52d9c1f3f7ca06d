package io.github.tapvirtuous.ecosystem.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The versions of other programs that the tests install.
 *
 * @param environments the lines of each, by the name of its folder
 */
public record Pins(Map<String, List<String>> environments) {
  private static final Path ALL = Path.of("src", "test", "ecosystem");
  private static final String FILE = "requirements.txt";

  public static Pins load() throws IOException {
    var environments = new TreeMap<String, List<String>>();
    try (var folders = Files.list(ALL)) {
      for (var folder : folders.toList()) {
        environments.put(folder.getFileName().toString(), Files.readAllLines(folder.resolve(FILE)));
      }
    }
    return new Pins(environments);
  }

  /** {@code target-jsonl 0.1.4}. */
  String named(String program) {
    return environments.values().stream()
        .flatMap(List::stream)
        .filter(line -> pins(line, program))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Nothing pins " + program + "."))
        .replace("==", " ");
  }

  /** Whether a program of these is in an environment. */
  public boolean holdsOne(String environment, Iterable<String> programs) {
    var lines = environments.getOrDefault(environment, List.of());
    for (var program : programs) {
      if (lines.stream().anyMatch(line -> pins(line, program))) {
        return true;
      }
    }
    return false;
  }

  private static boolean pins(String line, String program) {
    return line.startsWith(program + "==");
  }
}
