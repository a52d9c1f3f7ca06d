package io.github.tapvirtuous.ecosystem.truth;

import io.github.tapvirtuous.ecosystem.target.Manner;
import io.github.tapvirtuous.ecosystem.target.Target;
import io.github.tapvirtuous.standin.StandIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Holds the rows of a target against those of Virtuous, cell by cell. */
public final class Comparison {
  private final StandIn virtuous;
  private final Target target;
  private final JsonNode catalog;

  /** Of the catalog's streams and columns. */
  public Comparison(StandIn virtuous, Target target, JsonNode catalog) {
    this.virtuous = virtuous;
    this.target = target;
    this.catalog = catalog;
  }

  /**
   * In what a target that keeps to its manners differs from the truth: nothing, if all is well. If
   * a target has learnt better, this tells it as well.
   */
  public List<String> differences() {
    var differences = new ArrayList<String>();
    for (var truth : Truth.of(virtuous, catalog)) {
      var owed = byKey(truth.rows(), truth.key());
      var stored = stored(truth);
      owed.keySet().stream()
          .filter(key -> !stored.containsKey(key))
          .forEach(key -> differences.add(truth.stream() + " " + key + " is missing"));
      differences.addAll(wrong(truth, owed, stored));
    }
    return differences;
  }

  /** In what those rows differ that are there; rows may be missing. */
  public List<String> wrongRows() {
    return Truth.of(virtuous, catalog).stream()
        .flatMap(truth -> wrong(truth, byKey(truth.rows(), truth.key()), stored(truth)).stream())
        .toList();
  }

  private Map<String, JsonNode> stored(Truth truth) {
    return byKey(target.rows(truth.stream()), nameInTarget(truth.key()));
  }

  /** The last one counts, as it does for whoever reads a file. */
  private static Map<String, JsonNode> byKey(List<JsonNode> rows, String key) {
    var byKey = new TreeMap<String, JsonNode>();
    rows.forEach(row -> byKey.put(row.path(key).asString(), row));
    return byKey;
  }

  private List<String> wrong(
      Truth truth, Map<String, JsonNode> owed, Map<String, JsonNode> stored) {
    var wrong = new ArrayList<String>();
    stored.forEach(
        (key, row) -> {
          var name = truth.stream() + " " + key;
          if (owed.containsKey(key)) {
            wrong.addAll(wrongCells(name, truth, owed.get(key), row));
          } else {
            wrong.add(name + " is invented");
          }
        });
    return wrong;
  }

  private List<String> wrongCells(String name, Truth truth, JsonNode owed, JsonNode stored) {
    var wrong = new ArrayList<String>();
    for (var column : truth.columns()) {
      var expected = Canonical.of(column.type(), inManners(column, column.owed(owed)));
      var found = Canonical.of(column.type(), stored.path(nameInTarget(column.name())));
      if (!expected.equals(found)) {
        wrong.add("%s %s: %s, not %s".formatted(name, column.name(), found, expected));
      }
    }
    return wrong;
  }

  private JsonNode inManners(Column column, JsonNode value) {
    var stored = value;
    for (var manner : target.manners()) {
      stored = manner.stored(column.type(), stored);
    }
    return stored;
  }

  private String nameInTarget(String column) {
    var small = target.manners().contains(Manner.NAMES_IN_SMALL_LETTERS);
    return small ? column.toLowerCase(Locale.ROOT) : column;
  }
}
