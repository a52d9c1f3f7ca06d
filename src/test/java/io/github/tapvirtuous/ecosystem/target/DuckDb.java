package io.github.tapvirtuous.ecosystem.target;

import io.github.tapvirtuous.testing.process.Launch;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A port of pipelinewise's target to a database in a file. */
public final class DuckDb implements Target {
  private static final Environment ENVIRONMENT = new Environment("duckdb");
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

  private final Set<Manner> manners;
  private final Path file;
  private final Path config;

  public DuckDb(Path folder, int batchRows) {
    this(folder, batchRows, EnumSet.of(Manner.TIMES_AS_TEXT));
  }

  /** It gets times as such, and so loses rows. */
  public static DuckDb withTimes(Path folder, int batchRows) {
    return new DuckDb(folder, batchRows, EnumSet.noneOf(Manner.class));
  }

  private DuckDb(Path folder, int batchRows, Set<Manner> more) {
    manners =
        EnumSet.of(
            Manner.NAMES_IN_SMALL_LETTERS, Manner.NUMBERS_AS_DOUBLES, Manner.EMPTY_TEXT_AS_NULL);
    manners.addAll(more);
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
    return ENVIRONMENT.pinned("target-duckdb");
  }

  @Override
  public Launch program() {
    return Launch.of(ENVIRONMENT.program("target-duckdb"), "--config", config.toString());
  }

  @Override
  public Set<Manner> manners() {
    return Set.copyOf(manners);
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
