package io.github.tapvirtuous.standin.query;

import io.github.tapvirtuous.standin.rows.Filter;
import io.github.tapvirtuous.table.Table;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Turns the {@code groups} of a query's body into a question to rows, or a misreading of it. */
record Conditions(Table table, Understanding understanding) {

  Filter filter(JsonNode groups) {
    if (groups.isEmpty()) {
      return Filter.NONE;
    }
    var misreadings = understanding.misreadings(table);
    return new Filter(
        misreadings + " " + groups,
        groups.valueStream().map(this::group).toList(),
        misreadings.contains(Misreading.TOTAL_OF_ALL));
  }

  private List<Filter.Condition> group(JsonNode group) {
    return group.path("conditions").valueStream().map(this::condition).toList();
  }

  /** What is unknown is ignored in silence, as the real one does. */
  private Filter.Condition condition(JsonNode condition) {
    var parameter = condition.path("parameter").asString("");
    if (!understanding.knows(table, parameter)) {
      return (key, facts) -> true;
    }
    if (parameter.equals(QueryOptions.keyParameter(table))) {
      return onKey(condition);
    }
    if (parameter.startsWith(QueryOptions.MODIFIED)) {
      return onDay(condition, false);
    }
    return parameter.startsWith(QueryOptions.CREATED)
        ? onDay(condition, true)
        : (key, facts) -> true;
  }

  private Filter.Condition onKey(JsonNode condition) {
    var asked = KeyClause.read(condition);
    for (var misreading : understanding.misreadings(table)) {
      asked = misreading.read(asked);
    }
    return asked.condition();
  }

  private Filter.Condition onDay(JsonNode condition, boolean created) {
    var asked = DayClause.read(condition, created, understanding.zone());
    for (var misreading : understanding.misreadings(table)) {
      asked = misreading.read(asked);
    }
    return asked.condition();
  }
}
