package io.github.tapvirtuous.ecosystem.target;

import io.github.tapvirtuous.testing.process.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The forebear of a family of targets: it stores batches, and prints a state after each. */
public final class PipelinewisePostgres implements Target {
  private static final Environment ENVIRONMENT = new Environment("pipelinewise-postgres");

  private final PostgresSchema schema = PostgresSchema.fresh();
  private final Path config;

  public PipelinewisePostgres(Path folder, int batchRows) {
    config =
        Json.file(
            folder,
            Map.of(
                "host",
                PostgresSchema.HOST,
                "port",
                PostgresSchema.port(),
                "user",
                PostgresSchema.USER,
                "password",
                "unused",
                "dbname",
                PostgresSchema.DATABASE,
                "default_target_schema",
                schema.name(),
                "batch_size_rows",
                batchRows));
  }

  @Override
  public String name() {
    return ENVIRONMENT.pinned("pipelinewise-target-postgres");
  }

  @Override
  public Launch program() {
    return Launch.of(ENVIRONMENT.program("target-postgres"), "--config", config.toString());
  }

  @Override
  public Set<Manner> manners() {
    return Set.of(
        Manner.NAMES_IN_SMALL_LETTERS,
        Manner.NUMBERS_AS_DOUBLES,
        Manner.EMPTY_TEXT_AS_NULL,
        Manner.LINE_BREAKS_AND_TABS_AS_TWO_CHARACTERS);
  }

  @Override
  public List<JsonNode> rows(String stream) {
    return schema.rows(stream);
  }

  @Override
  public Map<String, String> columnTypes(String stream) {
    return schema.columnTypes(stream);
  }
}
