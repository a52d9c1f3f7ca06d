package io.github.tapvirtuous.config.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Turns a variable's text into the JSON value that its schema asks for. */
final class EnvironmentValue {
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,1000}");

  private EnvironmentValue() {}

  /** Empty when the text is not of the type. Ranges are left to the schema. */
  static Optional<JsonNode> parse(JsonNode schema, String text) {
    return switch (schema.path("type").asString("string")) {
      case "integer" -> whole(text.strip());
      case "number" -> number(text.strip());
      case "boolean" -> truth(text.strip().toLowerCase(Locale.ROOT));
      case "array" -> list(schema.path("items"), text.strip());
      case "object" -> json(text).filter(ObjectNode.class::isInstance);
      default -> Optional.of(StringNode.valueOf(text));
    };
  }

  private static Optional<JsonNode> whole(String text) {
    if (!WHOLE.matcher(text).matches()) {
      return Optional.empty();
    }
    var number = new BigInteger(text);
    return Optional.of(
        number.bitLength() < Integer.SIZE
            ? IntNode.valueOf(number.intValue())
            : BigIntegerNode.valueOf(number));
  }

  private static Optional<JsonNode> number(String text) {
    try {
      return Optional.of(DecimalNode.valueOf(new BigDecimal(text)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<JsonNode> truth(String text) {
    return switch (text) {
      case "true", "1" -> Optional.of(BooleanNode.TRUE);
      case "false", "0" -> Optional.of(BooleanNode.FALSE);
      default -> Optional.empty();
    };
  }

  private static Optional<JsonNode> list(JsonNode items, String text) {
    if (text.startsWith("[")) {
      return json(text).filter(ArrayNode.class::isInstance);
    }
    var list = SettingsJson.MAPPER.createArrayNode();
    for (var part : text.split(",", -1)) {
      if (!part.isBlank()) {
        var value = parse(items, part.strip());
        if (value.isEmpty()) {
          return Optional.empty();
        }
        list.add(value.get());
      }
    }
    return Optional.of(list);
  }

  private static Optional<JsonNode> json(String text) {
    try {
      return Optional.of(SettingsJson.MAPPER.readTree(text));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
