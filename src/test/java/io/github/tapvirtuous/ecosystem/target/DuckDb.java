package io.github.tapvirtuous.ecosystem.target;

import io.github.tapvirtuous.ecosystem.pipeline.Environment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

public final class DuckDb implements Target {
  private static final Environment ENVIRONMENT = new Environment("duckdb");
  private static final String ASK =
      """
      import duckdb, sys
      sys.stdout.reconfigure(encoding="utf-8")
      try:
          for row in duckdb.connect(sys.argv[1]).execute(sys.argv[2]).fetchall():
              print(*row)
      except duckdb.CatalogException as no_such_table:
          sys.stderr.write(str(no_such_table))
      """;

  private final Path file;
  private final Path config;

  public DuckDb(Path folder, int batchRows) {
    file = folder.resolve("stored.duckdb");
    config =
        Json.file(
            folder,
            Map.of(
                "filepath",
                file.toString(),
                "default_target_schema",
                "main",
                "batch_size_rows",
                batchRows));
  }

  @Override
  public String name() {
    return "target-duckdb";
  }

  @Override
  public ProcessBuilder program() {
    return new ProcessBuilder(
        ENVIRONMENT.program("target-duckdb").toString(), "--config", config.toString());
  }

  /** Else it takes the first row of a batch for a header, and drops it. */
  @Override
  public Map<String, Object> tapSettings() {
    return Map.of("date_times", "text");
  }

  @Override
  public Set<Manner> manners() {
    return Set.of(
        Manner.NAMES_IN_SMALL_LETTERS, Manner.NUMBERS_AS_DOUBLES, Manner.EMPTY_TEXT_AS_NULL);
  }

  @Override
  public List<JsonNode> rows(String stream) {
    return asked("select to_json(each) from " + stream + " each").stream().map(Json::of).toList();
  }

  @Override
  public Map<String, String> columnTypes(String stream) {
    return asked("select column_name, column_type from (describe " + stream + ")").stream()
        .map(line -> line.split(" ", 2))
        .collect(Collectors.toMap(words -> words[0], words -> words[1]));
  }

  private List<String> asked(String query) {
    return Output.lines(
        ENVIRONMENT.program("python").toString(), "-c", ASK, file.toString(), query);
  }
}
