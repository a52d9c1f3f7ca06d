package io.github.tapvirtuous.ecosystem.target;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A schema of its own in the PostgreSQL that {@code src/test/sh/postgres.sh} has started.
 *
 * @param name of the schema
 */
record PostgresSchema(String name) {
  private static final String HOST = "127.0.0.1";
  private static final String USER = "tap";
  private static final String DATABASE = "postgres";

  static PostgresSchema fresh() {
    return new PostgresSchema("test_" + UUID.randomUUID().toString().replace("-", ""));
  }

  private static int port() {
    return Optional.ofNullable(System.getenv("ECOSYSTEM_POSTGRES_PORT"))
        .map(Integer::parseInt)
        .orElseThrow(() -> new IllegalStateException("Run make test-ecosystem."));
  }

  /** The config of a target that stores in it, and has a word of its own for a database. */
  Path config(Path folder, String database, int batchRows) {
    return Json.file(
        folder,
        Map.of(
            "host",
            HOST,
            "port",
            port(),
            "user",
            USER,
            "password",
            "unused",
            database,
            DATABASE,
            "default_target_schema",
            name,
            "batch_size_rows",
            batchRows));
  }

  List<JsonNode> rows(String table) {
    if (columnTypes(table).isEmpty()) {
      return List.of();
    }
    return asked("select row_to_json(each) from %s.%s each".formatted(name, table)).stream()
        .map(Json::of)
        .toList();
  }

  Map<String, String> columnTypes(String table) {
    var columns =
        "select column_name || ' ' || data_type from information_schema.columns"
            + " where table_schema = '%s' and table_name = '%s'";
    return asked(columns.formatted(name, table)).stream()
        .map(line -> line.split(" ", 2))
        .collect(Collectors.toMap(words -> words[0], words -> words[1]));
  }

  private List<String> asked(String query) {
    var server = "postgresql://%s@%s:%d/%s?client_encoding=UTF8";
    var uri = server.formatted(USER, HOST, port(), DATABASE);
    return Output.lines("psql", "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", uri, "-c", query);
  }
}
