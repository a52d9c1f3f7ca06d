package io.github.tapvirtuous.standin.query;

import io.github.tapvirtuous.standin.rows.Query;
import io.github.tapvirtuous.table.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Turns {@code {"parameter":…,"operator":…,"value":…}} into a question to a row. */
final class Conditions {
  private Conditions() {}

  static Query.Condition read(JsonNode condition, Table table) {
    var parameter = condition.path("parameter").asString("");
    var operator = condition.path("operator").asString("").replace(" ", "");
    return switch (QueryReader.Field.named(parameter, table)) {
      case KEY -> onKey(condition, operator);
      case MODIFIED -> onModified(condition, operator);
      case OTHER ->
          throw new UnreadableQuery(
              "The property \"" + parameter + "\" is not a valid query parameter.");
    };
  }

  private static Query.Condition onKey(JsonNode condition, String operator) {
    if (Set.of("In", "IsAnyOf", "NotIn", "IsNoneOf").contains(operator)) {
      var listed = keys(condition);
      var wanted = operator.equals("In") || operator.equals("IsAnyOf");
      return (key, facts) -> listed.contains(key) == wanted;
    }
    var bound = number(condition.path("value").asString(""));
    return switch (operator) {
      case "Is" -> (key, facts) -> key == bound;
      case "IsNot" -> (key, facts) -> key != bound;
      case "GreaterThan" -> (key, facts) -> key > bound;
      case "GreaterThanOrEqual" -> (key, facts) -> key >= bound;
      case "LessThan" -> (key, facts) -> key < bound;
      case "LessThanOrEqual" -> (key, facts) -> key <= bound;
      case "Between" -> {
        var upper = number(condition.path("secondaryValue").asString(""));
        yield (key, facts) -> key >= bound && key <= upper;
      }
      default -> throw new UnreadableQuery("The operator \"" + operator + "\" is not valid.");
    };
  }

  /** A value without time of day stands for the whole day. */
  private static Query.Condition onModified(JsonNode condition, String operator) {
    var value = condition.path("value").asString("");
    var from = start(value);
    var to = value.contains("T") ? from + 1 : from + 86_400_000;
    return switch (operator) {
      case "Is" -> (key, facts) -> facts.modified() >= from && facts.modified() < to;
      case "After", "GreaterThan" -> (key, facts) -> facts.modified() >= to;
      case "OnOrAfter", "GreaterThanOrEqual" -> (key, facts) -> facts.modified() >= from;
      case "Before", "LessThan" -> (key, facts) -> facts.modified() < from;
      case "OnOrBefore", "LessThanOrEqual" -> (key, facts) -> facts.modified() < to;
      default -> throw new UnreadableQuery("The operator \"" + operator + "\" is not valid.");
    };
  }

  private static Set<Long> keys(JsonNode condition) {
    var values = condition.path("values").valueStream().map(value -> value.asString("")).toList();
    return values.stream().map(Conditions::number).collect(Collectors.toUnmodifiableSet());
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notANumber) {
      throw new UnreadableQuery("The value \"" + text + "\" is not a whole number.");
    }
  }

  private static long start(String value) {
    var local = value.endsWith("Z") ? value.substring(0, value.length() - 1) : value;
    try {
      var time =
          local.contains("T") ? LocalDateTime.parse(local) : LocalDate.parse(local).atStartOfDay();
      return time.toInstant(ZoneOffset.UTC).toEpochMilli();
    } catch (DateTimeParseException notADate) {
      throw new UnreadableQuery("The value \"" + value + "\" is not a date.");
    }
  }

  /** The operators understood, for {@code QueryOptions}. */
  static List<String> operators(QueryReader.Field field) {
    return field == QueryReader.Field.KEY
        ? List.of(
            "Is", "LessThan", "LessThanOrEqual", "GreaterThan", "GreaterThanOrEqual", "Between")
        : List.of("Is", "Before", "OnOrBefore", "After", "OnOrAfter");
  }
}
