package io.github.tapvirtuous.ecosystem.target;

import static java.util.stream.Collectors.toMap;

import io.github.tapvirtuous.testing.process.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A file a stream, a line a row. */
public final class Jsonl implements Target {
  private static final Environment ENVIRONMENT = new Environment("jsonl");

  private final Path folder;
  private final Path config;

  public Jsonl(Path folder) {
    this.folder = folder;
    config =
        Json.file(
            folder, Map.of("destination_path", folder.toString(), "do_timestamp_file", false));
  }

  @Override
  public String name() {
    return ENVIRONMENT.pinned("target-jsonl");
  }

  @Override
  public Launch program() {
    return Launch.of(ENVIRONMENT.program("target-jsonl"), "--config", config.toString());
  }

  @Override
  public Set<Manner> manners() {
    return Set.of(Manner.APPENDS, Manner.NO_TABLE_WITHOUT_ROWS, Manner.LEAVES_ROWS_THAT_ARE_GONE);
  }

  @Override
  public List<JsonNode> rows(String stream) {
    var file = folder.resolve(stream + ".jsonl");
    try {
      return Files.exists(file) ? Files.readString(file).lines().map(Json::of).toList() : List.of();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public Map<String, String> columnTypes(String stream) {
    return rows(stream).stream()
        .flatMap(row -> row.propertyNames().stream())
        .distinct()
        .collect(toMap(name -> name, name -> "JSON"));
  }
}
