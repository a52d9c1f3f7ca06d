package io.github.tapvirtuous.sync.probe;

import io.github.tapvirtuous.sync.proof.RowDates;
import io.github.tapvirtuous.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The keys and dates of rows, and nothing else of them.
 *
 * @param dates of those with a key, in the order in which they came
 * @param keyless the others
 * @param undated those, with a key or without, that no <em>modified since</em> brings
 */
record TableRows(List<RowDates> dates, int keyless, long undated) {
  TableRows {
    dates = List.copyOf(dates);
  }

  static TableRows of(Table table, List<JsonNode> rows) {
    var dates = rows.stream().flatMap(row -> dates(table, row).stream()).toList();
    var undated = rows.stream().filter(row -> RowDates.of(0, table, row).isUndated()).count();
    return new TableRows(dates, rows.size() - dates.size(), undated);
  }

  private static Optional<RowDates> dates(Table table, JsonNode row) {
    return key(table, row).map(key -> RowDates.of(key, table, row));
  }

  private static Optional<Long> key(Table table, JsonNode row) {
    try {
      return Optional.of(Long.valueOf(row.path(table.key()).asString("")));
    } catch (NumberFormatException noKey) {
      return Optional.empty();
    }
  }

  /** Whether each key is a higher one than the one before. */
  boolean isOrdered() {
    return IntStream.range(1, dates.size())
        .allMatch(row -> dates.get(row - 1).key() < dates.get(row).key());
  }

  /** Whether any row has a modified date. */
  boolean hasDates() {
    return undated < dates.size() + keyless;
  }

  /** Those with a key and a modified date. */
  Stream<RowDates> dated() {
    return dates.stream().filter(row -> !row.isUndated());
  }
}
