package io.github.tapvirtuous.ecosystem.target;

import io.github.tapvirtuous.table.FieldType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What some targets do instead of storing what was sent. */
public enum Manner {
  /** In JSON too, but for whole numbers. */
  NUMBERS_AS_DOUBLES {
    @Override
    public JsonNode stored(FieldType type, JsonNode sent) {
      if (sent.isContainer()) {
        return inside(sent, each -> stored(type, each));
      }
      return sent.isBigDecimal() || (sent.isNumber() && type == FieldType.NUMBER)
          ? NODES.numberNode(shortest(sent.doubleValue()))
          : sent;
    }
  },
  /** Not in JSON. */
  EMPTY_TEXT_AS_NULL {
    @Override
    public JsonNode stored(FieldType type, JsonNode sent) {
      return sent.isString() && sent.asString().isEmpty() ? NODES.nullNode() : sent;
    }
  },
  /** Not in JSON. */
  LINE_BREAKS_AND_TABS_AS_TWO_CHARACTERS {
    @Override
    public JsonNode stored(FieldType type, JsonNode sent) {
      return sent.isString()
          ? NODES.stringNode(
              sent.asString().replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t"))
          : sent;
    }
  },
  NAMES_IN_SMALL_LETTERS,
  /** A column stays as it was made, and a stream that is typed more widely fails. */
  REFUSES_WIDER_TYPES,
  NO_TABLE_WITHOUT_ROWS,
  /** Rows are never replaced: another run adds them once more. */
  APPENDS;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int FEWEST_DIGITS = 15;

  /** What stands in a column for a value that was sent. */
  public JsonNode stored(FieldType type, JsonNode sent) {
    return sent;
  }

  private static JsonNode inside(JsonNode container, UnaryOperator<JsonNode> change) {
    if (container.isArray()) {
      return NODES.arrayNode().addAll(container.valueStream().map(change).toList());
    }
    var copy = NODES.objectNode();
    container.properties().forEach(each -> copy.set(each.getKey(), change.apply(each.getValue())));
    return copy;
  }

  /** With no more digits than it takes to tell the double from others. */
  private static BigDecimal shortest(double number) {
    return IntStream.rangeClosed(FEWEST_DIGITS, FEWEST_DIGITS + 2)
        .mapToObj(digits -> new BigDecimal(number).round(new MathContext(digits)))
        .filter(rounded -> rounded.doubleValue() == number)
        .findFirst()
        .orElseThrow();
  }
}
