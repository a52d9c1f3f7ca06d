package io.github.tapvirtuous.table.page;

import io.github.tapvirtuous.table.FieldType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What target-postgres makes of the tap's types: from the page on which {@code make test-ecosystem}
 * holds what a real one did.
 *
 * @param lines of that page
 * @param place of the target in the lines of its table
 */
record PostgresTypes(List<String> lines, int place) {
  private static final Path PAGE = Path.of("docs", "targets.md");
  private static final String HEAD = "| Virtuous has |";
  private static final String TARGET = "meltanolabs-target-postgres ";

  static PostgresTypes read() throws IOException {
    var lines = Files.readAllLines(PAGE);
    var head = cells(lineThatStarts(lines, HEAD));
    var target = head.stream().filter(cell -> cell.startsWith(TARGET)).findFirst().orElseThrow();
    return new PostgresTypes(lines, head.indexOf(target));
  }

  /** In Markdown, as it stands there. */
  String of(FieldType type) {
    var word = type.name().toLowerCase(Locale.ROOT);
    return cells(lineThatStarts(lines, "| **" + word + "** |")).get(place);
  }

  private static String lineThatStarts(List<String> lines, String start) {
    return lines.stream().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
  }
}
