package io.github.tapvirtuous.ecosystem.target;

import io.github.tapvirtuous.testing.process.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A target of the SDK's family: it stores what it has when its input ends, or every five minutes.
 */
public final class MeltanoLabsPostgres implements Target {
  private static final Environment ENVIRONMENT = new Environment("meltanolabs-postgres");

  private final PostgresSchema schema = PostgresSchema.fresh();
  private final Path config;

  public MeltanoLabsPostgres(Path folder, int batchRows) {
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
                "database",
                PostgresSchema.DATABASE,
                "default_target_schema",
                schema.name(),
                "batch_size_rows",
                batchRows));
  }

  @Override
  public String name() {
    return ENVIRONMENT.pinned("meltanolabs-target-postgres");
  }

  @Override
  public Launch program() {
    return Launch.of(ENVIRONMENT.program("target-postgres"), "--config", config.toString());
  }

  @Override
  public Set<Manner> manners() {
    return Set.of(Manner.REFUSES_WIDER_TYPES);
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
