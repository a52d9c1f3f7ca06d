package io.github.tapvirtuous.ecosystem.target;

import io.github.tapvirtuous.testing.process.Launch;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A port of pipelinewise's target to a database in a file. */
public final class DuckDb implements Target {
  private static final Environment ENVIRONMENT = new Environment("duckdb");

  private final Set<Manner> manners;
  private final DuckDbFile file;
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
            Manner.NAMES_IN_SMALL_LETTERS,
            Manner.NUMBERS_AS_DOUBLES,
            Manner.EMPTY_TEXT_AS_NULL,
            Manner.LEAVES_ROWS_THAT_ARE_GONE);
    manners.addAll(more);
    file = new DuckDbFile(ENVIRONMENT, folder.resolve("stored.duckdb"));
    config =
        Json.file(
            folder,
            Map.of(
                "filepath",
                file.file().toString(),
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
    return file.rows(stream);
  }

  @Override
  public Map<String, String> columnTypes(String stream) {
    return file.columnTypes(stream);
  }
}
