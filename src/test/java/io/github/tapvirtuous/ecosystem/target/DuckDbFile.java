package io.github.tapvirtuous.ecosystem.target;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A database in a file, which others have written.
 *
 * @param environment that has a DuckDB which can read it
 */
public record DuckDbFile(Environment environment, Path file) {
  private static final String ASK =
      """
      import duckdb, sys
      sys.stdout.reconfigure(encoding="utf-8")
      try:
          for row in duckdb.connect(sys.argv[1]).execute(sys.argv[2]).fetchall():
              print(*row)
      except duckdb.CatalogException:
          pass  # there is no such table
      """;

  /** Rows of a stream in no order; none if it has no table. */
  public List<JsonNode> rows(String stream) {
    return asked("select to_json(each) from " + stream + " each").stream().map(Json::of).toList();
  }

  /** The types of a stream's columns; none if it has no table. */
  public Map<String, String> columnTypes(String stream) {
    return asked("select column_name, column_type from (describe " + stream + ")").stream()
        .map(line -> line.split(" ", 2))
        .collect(Collectors.toMap(words -> words[0], words -> words[1]));
  }

  private List<String> asked(String query) {
    return Output.lines(
        environment.program("python").toString(), "-c", ASK, file.toString(), query);
  }
}
