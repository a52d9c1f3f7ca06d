package io.github.tapvirtuous.ecosystem.truth;

import io.github.tapvirtuous.ecosystem.target.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A stream's rows in Virtuous and in a target, by their keys. */
final class StreamComparison {
  private final Truth truth;
  private final Store store;
  private final Map<String, JsonNode> owed;
  private final Map<String, JsonNode> stored;

  StreamComparison(Truth truth, Store store) {
    this.truth = truth;
    this.store = store;
    this.owed = byKey(truth.rows(), truth.key());
    this.stored = byKey(store.rows(truth.stream()), store.columnName(truth.key()));
  }

  /** The last one counts, as it does for whoever reads a file. */
  private static Map<String, JsonNode> byKey(List<JsonNode> rows, String key) {
    var byKey = new TreeMap<String, JsonNode>();
    rows.forEach(row -> byKey.put(row.path(key).asString(), row));
    return byKey;
  }

  Stream<String> missing() {
    return owed.keySet().stream()
        .filter(key -> !stored.containsKey(key))
        .map(key -> truth.stream() + " " + key + " is missing");
  }

  Stream<String> wrong() {
    var invented =
        stored.keySet().stream()
            .filter(key -> !owed.containsKey(key))
            .map(key -> truth.stream() + " " + key + " is invented");
    return Stream.concat(invented, cells().filter(Cell::isWrong).map(Cell::toString));
  }

  Stream<Cell> cells() {
    return owed.keySet().stream()
        .filter(stored::containsKey)
        .flatMap(key -> truth.columns().stream().map(column -> cell(key, column)));
  }

  private static JsonNode row(Map<String, JsonNode> rows, String key) {
    return Optional.ofNullable(rows.get(key)).orElseThrow();
  }

  private Cell cell(String key, Column column) {
    var type = column.type();
    var sent = column.owed(row(owed, key));
    var found = row(stored, key).path(store.columnName(column.name()));
    return new Cell(
        truth.stream(),
        key,
        column.name(),
        Canonical.of(row(owed, key).path(column.name())),
        Canonical.of(type, sent),
        Canonical.of(type, store.stored(type, sent)),
        Canonical.of(type, found));
  }
}
