package io.github.tapvirtuous.sync.proof;

import io.github.tapvirtuous.sync.query.Condition;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A table whose server reads conditions in a way of its own. */
final class MisreadingServer {
  private final Reading reading;
  private final ZoneOffset zone;
  private final List<RowDates> rows = new ArrayList<>();

  MisreadingServer(Reading reading, ZoneOffset zone) {
    this.reading = reading;
    this.zone = zone;
  }

  List<RowDates> rows() {
    return List.copyOf(rows);
  }

  /** Adds a row, or changes it. */
  void put(RowDates row) {
    remove(row.key());
    rows.add(row);
    rows.sort(Comparator.comparingLong(RowDates::key));
  }

  void remove(long key) {
    rows.removeIf(row -> row.key() == key);
  }

  /** Rows of the whole table. */
  long total() {
    return rows.size();
  }

  Answer answer(Condition condition) {
    return answer(condition, Integer.MAX_VALUE);
  }

  Answer answer(Condition condition, int take) {
    var groups =
        StrictJson.of(condition.json()).valueStream().map(MisreadingServer::clauses).toList();
    var dates = groups.stream().flatMap(List::stream).filter(MisreadingServer::isDate).toList();
    if (dates.stream().anyMatch(clause -> reading.refuses(value(clause)))) {
      return Answer.refused(400);
    }
    var wanted = groups.stream().map(this::allOf).reduce(Predicate::or).orElseThrow();
    var found = rows.stream().filter(wanted).toList();
    var total = dates.isEmpty() ? found.size() : reading.total(found.size(), rows.size());
    return Answer.of(total, found.stream().limit(take).toList());
  }

  private static List<JsonNode> clauses(JsonNode group) {
    return group.path("conditions").valueStream().toList();
  }

  private Predicate<RowDates> allOf(List<JsonNode> clauses) {
    return clauses.stream().map(this::rows).reduce(Predicate::and).orElseThrow();
  }

  private Predicate<RowDates> rows(JsonNode clause) {
    if (isDate(clause)) {
      return reading.since(value(clause), zone);
    }
    var key = Long.parseLong(value(clause));
    return row -> reading == Reading.ALL_IGNORED || row.key() == key;
  }

  private static boolean isDate(JsonNode clause) {
    return clause.path("parameter").stringValue().startsWith("Last Modified");
  }

  private static String value(JsonNode clause) {
    return clause.path("value").stringValue();
  }

  @Override
  public String toString() {
    return reading + " in " + zone + ", " + rows.size() + " rows";
  }
}
