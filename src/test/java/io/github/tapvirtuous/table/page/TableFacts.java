package io.github.tapvirtuous.table.page;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What is told of a table beside its columns: {@code src/test/resources/tables/<table>.json}.
 *
 * @param row what one of its rows is, in a sentence
 * @param documented columns that the vendor names in the reply to the table's call
 * @param documentedElsewhere others that it names in the reply to another call for the same record
 */
record TableFacts(String row, Set<String> documented, Set<String> documentedElsewhere) {
  private static final Path FOLDER = Path.of("src", "test", "resources", "tables");

  static TableFacts of(Table table) {
    try {
      var json = StrictJson.of(Files.readString(FOLDER.resolve(table.name() + ".json")));
      return new TableFacts(
          json.path("row").asString(),
          names(json.path("documented")),
          names(json.path("documentedElsewhere")));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Set<String> names(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).collect(toUnmodifiableSet());
  }

  /** In one word, how it is known that the table's objects have this column. */
  String source(String column) {
    if (documented.contains(column)) {
      return "documented";
    }
    return documentedElsewhere.contains(column) ? "another call" : "recorded";
  }
}
