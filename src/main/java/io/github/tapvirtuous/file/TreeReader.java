package io.github.tapvirtuous.file;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * Reads one JSON value as a tree that is written again as it was read: a number that Java would
 * write in other digits stays the text that it is. Calls do not nest, whatever the JSON does.
 */
final class TreeReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int LONGEST_NUMBER = 40;

  private final JsonParser parser;
  private final Deque<JsonNode> open = new ArrayDeque<>();
  private JsonNode read = MissingNode.getInstance();

  private TreeReader(JsonParser parser) {
    this.parser = parser;
  }

  /** The value whose first token is next; a missing node where there is none. */
  static JsonNode next(JsonParser parser) {
    return new TreeReader(parser).value();
  }

  private JsonNode value() {
    var token = parser.nextToken();
    while (token != null) {
      take(token);
      if (open.isEmpty()) {
        return read;
      }
      token = parser.nextToken();
    }
    return read;
  }

  private void take(JsonToken token) {
    switch (token) {
      case START_OBJECT -> open.push(added(NODES.objectNode()));
      case START_ARRAY -> open.push(added(NODES.arrayNode()));
      case END_OBJECT, END_ARRAY -> read = open.pop();
      case PROPERTY_NAME -> {} // the parser says it once more with the value
      default -> read = added(scalar(token));
    }
  }

  private JsonNode added(JsonNode node) {
    if (open.peek() instanceof ObjectNode object) {
      object.set(parser.currentName(), node);
    } else if (open.peek() instanceof ArrayNode array) {
      array.add(node);
    }
    return node;
  }

  private JsonNode scalar(JsonToken token) {
    return switch (token) {
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      case VALUE_STRING -> NODES.stringNode(parser.getString());
      default -> number(parser.getString());
    };
  }

  private static JsonNode number(String digits) {
    return usual(digits)
        .filter(number -> number.toString().equals(digits))
        .orElseGet(() -> NODES.rawValueNode(new RawValue(digits)));
  }

  private static Optional<JsonNode> usual(String digits) {
    if (digits.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    try {
      var number = new BigDecimal(digits);
      return Optional.of(
          isLong(number) ? NODES.numberNode(number.longValue()) : NODES.numberNode(number));
    } catch (NumberFormatException hugeExponent) {
      return Optional.empty();
    }
  }

  private static boolean isLong(BigDecimal number) {
    return number.scale() == 0 && number.unscaledValue().bitLength() < Long.SIZE;
  }
}
