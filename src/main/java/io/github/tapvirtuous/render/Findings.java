package io.github.tapvirtuous.render;

import java.util.BitSet;
import java.util.LinkedHashMap;
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

  private final Map<Finding, BitSet> rows = new LinkedHashMap<>();

  void add(Kind kind, String field, int row) {
    rows.computeIfAbsent(new Finding(kind, field), none -> new BitSet()).set(row);
  }

  /** Forgets a row that turned out to be unusable. */
  void forget(int row) {
    if (!rows.isEmpty()) {
      rows.values().forEach(each -> each.clear(row));
    }
  }

  /** Only what was found in these rows, renumbered to their place among them. */
  Findings of(int[] kept) {
    var some = new Findings();
    rows.forEach(
        (finding, each) -> {
          for (int row = 0; row < kept.length; row++) {
            if (each.get(kept[row])) {
              some.add(finding.kind(), finding.field(), row);
            }
          }
        });
    return some;
  }

  /** Field names with the number of rows, in alphabetical order. */
  public Map<String, Integer> counts(Kind kind) {
    var counts = new TreeMap<String, Integer>();
    rows.forEach(
        (finding, each) -> {
          if (finding.kind() == kind && !each.isEmpty()) {
            counts.put(finding.field(), each.cardinality());
          }
        });
    return counts;
  }
}
