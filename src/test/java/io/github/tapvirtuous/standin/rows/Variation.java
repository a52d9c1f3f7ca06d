package io.github.tapvirtuous.standin.rows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes dates, amounts, names and references of a row, and leaves its shape as it is. */
final class Variation {
  private static final Pattern ISO = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T.*)?");
  private static final Pattern US = Pattern.compile("\\d{1,2}/\\d{1,2}/\\d{4}");
  private static final Pattern MONEY = Pattern.compile("\\$[0-9,.]+");
  private static final DateTimeFormatter US_DATE =
      DateTimeFormatter.ofPattern("M/d/uuuu", Locale.US);
  private static final int MOST_DAYS = 1500;
  private static final int MOST_CENTS = 100_000;
  private static final List<String> FIRST =
      List.of("Ada", "Bea", "Chidi", "Dolores", "Émile", "Fatima", "Grzegorz", "Hana", "José", "李");
  private static final List<String> LAST =
      List.of("Abara", "Brandt", "Castañeda", "Dąbrowski", "O'Neill", "Okafor", "Sørensen", "Wu");

  private final Random random;
  private final Pattern keyInUrl;
  private final String first;
  private final String last;
  private final BigDecimal amount;
  private final int days;

  Variation(Random random, long key) {
    this.random = random;
    this.keyInUrl = Pattern.compile("/" + key + "(?=/|$)");
    this.first = FIRST.get(random.nextInt(FIRST.size()));
    this.last = LAST.get(random.nextInt(LAST.size()));
    this.days = random.nextInt(MOST_DAYS);
    this.amount = BigDecimal.valueOf(1 + random.nextInt(MOST_CENTS), 2);
  }

  void vary(ObjectNode row) {
    row.properties().forEach(field -> field.setValue(varied(field.getKey(), field.getValue())));
  }

  private JsonNode varied(String name, JsonNode value) {
    if (value instanceof ObjectNode object) {
      vary(object);
      return object;
    }
    if (value instanceof ArrayNode array) {
      for (var i = 0; i < array.size(); i++) {
        array.set(i, varied(name, array.get(i)));
      }
      return array;
    }
    return scalar(name, value);
  }

  private JsonNode scalar(String name, JsonNode value) {
    var nodes = JsonNodeFactory.instance;
    if (value.isString()) {
      return nodes.stringNode(text(name, value.asString()));
    }
    if (name.toLowerCase(Locale.ROOT).contains("amount") && value.isNumber()) {
      return nodes.numberNode(amount);
    }
    if (name.endsWith("Id") && !name.equals("organizationId") && value.isIntegralNumber()) {
      return nodes.numberNode(value.asLong() + random.nextInt(MOST_DAYS));
    }
    return value;
  }

  private String text(String name, String text) {
    if (ISO.matcher(text).matches()) {
      return day(LocalDate.parse(text.substring(0, 10))) + text.substring(10);
    }
    if (US.matcher(text).matches()) {
      return day(LocalDate.parse(text, US_DATE)).format(US_DATE);
    }
    if (MONEY.matcher(text).matches()) {
      return "$" + String.format(Locale.US, "%,.2f", amount);
    }
    return switch (name) {
      case "firstName" -> first;
      case "lastName" -> last;
      case "contactName" -> last + ", " + first;
      default -> keyInUrl.matcher(text).replaceAll("/" + Row.KEY);
    };
  }

  private LocalDate day(LocalDate given) {
    return given.minusDays(days);
  }
}
