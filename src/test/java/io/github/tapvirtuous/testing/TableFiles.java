package io.github.tapvirtuous.testing;

import io.github.tapvirtuous.table.TableMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What somebody has to write for a table of the table map, beside its entry there. */
public final class TableFiles {
  private TableFiles() {}

  /** A sentence for each file that is not there. */
  public static List<String> missing() {
    return TableMap.names().stream().flatMap(TableFiles::missing).toList();
  }

  private static Stream<String> missing(String table) {
    return Stream.of(
            "src/main/resources/fields/",
            "src/test/resources/standin/",
            "src/test/resources/tables/")
        .map(folder -> folder + table + ".json")
        .filter(file -> Files.notExists(Path.of(file)))
        .map(file -> "The table \"" + table + "\" lacks its " + file);
  }
}
