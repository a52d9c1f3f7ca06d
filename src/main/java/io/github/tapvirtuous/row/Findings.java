package io.github.tapvirtuous.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the rows of one page held that their schema cannot: which field, in which rows. */
public final class Findings {

  /** The ways in which a row can differ from its schema. */
  public enum Kind {
    /** A field that the schema lacks. */
    DROPPED,
    /** A value that its column cannot hold without loss; null was written instead. */
    MISMATCHED,
    /** A name that came twice in one row; the first counts. */
    REPEATED
  }

  private record Finding(Kind kind, String field) {}

  /** How many values, by the row. */
  private final Map<Finding, Map<Integer, Integer>> found = new LinkedHashMap<>();

  void add(Kind kind, String field, int row, int values) {
    found.computeIfAbsent(new Finding(kind, field), none -> new HashMap<>()).put(row, values);
  }

  /** Forgets a row that turned out to be unusable. */
  void forget(int row) {
    found.values().forEach(rows -> rows.remove(row));
  }

  /** Only what was found in these rows, renumbered to their place among them. */
  Findings of(int[] kept) {
    var some = new Findings();
    found.forEach(
        (finding, rows) -> {
          for (int row = 0; row < kept.length; row++) {
            var values = rows.getOrDefault(kept[row], 0);
            if (values > 0) {
              some.add(finding.kind(), finding.field(), row, values);
            }
          }
        });
    return some;
  }

  /** The fields by the row, of rows alone in which there is any. */
  public Map<Integer, List<String>> fields(Kind kind) {
    var fields = new HashMap<Integer, List<String>>();
    found.forEach(
        (finding, rows) -> {
          if (finding.kind() == kind) {
            rows.keySet()
                .forEach(
                    row ->
                        fields
                            .computeIfAbsent(row, none -> new ArrayList<>())
                            .add(finding.field()));
          }
        });
    return fields;
  }

  /** Field names with the number of values, in alphabetical order. */
  public Map<String, Integer> counts(Kind kind) {
    var counts = new TreeMap<String, Integer>();
    found.forEach(
        (finding, rows) -> {
          if (finding.kind() == kind && !rows.isEmpty()) {
            counts.put(finding.field(), rows.values().stream().mapToInt(each -> each).sum());
          }
        });
    return counts;
  }
}
