package io.github.tapvirtuous.ecosystem.target;

import io.github.tapvirtuous.testing.process.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A target that stores rows in PostgreSQL. */
public final class Postgres implements Target {
  private final String maker;
  private final Environment environment;
  private final PostgresSchema schema = PostgresSchema.fresh();
  private final Path config;
  private final Set<Manner> manners;

  /** Of the SDK's family: it stores what it has when its input ends, or every five minutes. */
  public static Postgres ofMeltanoLabs(Path folder, int batchRows) {
    return new Postgres(
        "meltanolabs", folder, "database", batchRows, Set.of(Manner.REFUSES_WIDER_TYPES));
  }

  /** The forebear of a family: it stores batches, and prints a state after each. */
  public static Postgres ofPipelinewise(Path folder, int batchRows) {
    var manners =
        Set.of(
            Manner.NAMES_IN_SMALL_LETTERS,
            Manner.NUMBERS_AS_DOUBLES,
            Manner.EMPTY_TEXT_AS_NULL,
            Manner.LINE_BREAKS_AND_TABS_AS_TWO_CHARACTERS,
            Manner.LEAVES_ROWS_THAT_ARE_GONE);
    return new Postgres("pipelinewise", folder, "dbname", batchRows, manners);
  }

  private Postgres(String maker, Path folder, String database, int batchRows, Set<Manner> manners) {
    this.maker = maker;
    environment = new Environment(maker + "-postgres");
    config = schema.config(folder, database, batchRows);
    this.manners = Set.copyOf(manners);
  }

  @Override
  public String name() {
    return environment.pinned(maker + "-target-postgres");
  }

  @Override
  public Launch program() {
    return Launch.of(environment.program("target-postgres"), "--config", config.toString());
  }

  @Override
  public Set<Manner> manners() {
    return manners;
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
