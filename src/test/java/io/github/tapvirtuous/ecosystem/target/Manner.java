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
  NUMBERS_AS_DOUBLES("Keeps 15 to 17 digits of a number, in JSON too. Whole numbers are exact.") {
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
  NINE_PLACES(
      "Keeps 15 to 17 digits of a number, nine places behind the point. In JSON it has all places.") {
    @Override
    public JsonNode stored(FieldType type, JsonNode sent) {
      return sent.isNumber() && type == FieldType.NUMBER
          ? NODES.numberNode(nearest(sent.doubleValue()))
          : NUMBERS_AS_DOUBLES.stored(type, sent);
    }
  },
  EMPTY_TEXT_AS_NULL("Stores empty text as null, but not in JSON.") {
    @Override
    public JsonNode stored(FieldType type, JsonNode sent) {
      return sent.isString() && sent.asString().isEmpty() ? NODES.nullNode() : sent;
    }
  },
  LINE_BREAKS_AND_TABS_AS_TWO_CHARACTERS(
      "Stores a line break or a tab as a backslash and a letter, but not in JSON.") {
    @Override
    public JsonNode stored(FieldType type, JsonNode sent) {
      return sent.isString()
          ? NODES.stringNode(
              sent.asString().replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t"))
          : sent;
    }
  },
  NAMES_IN_SMALL_LETTERS("Writes the names of columns in small letters."),
  REFUSES_WIDER_TYPES("Never changes a column to text: a run that needs it fails."),
  NO_TABLE_WITHOUT_ROWS("Makes no table for a stream without rows."),
  APPENDS("Replaces nothing: each run adds its rows once more."),
  LEAVES_ROWS_THAT_ARE_GONE(
      "Takes no notice of `ACTIVATE_VERSION`: rows that whole reads miss stay as they are."),
  TIMES_AS_TEXT("**Loses rows** unless the tap's config has `\"date_times\": \"text\"`.");

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int FEWEST_DIGITS = 15;

  private final String sentence;

  Manner(String sentence) {
    this.sentence = sentence;
  }

  /** For people. */
  @Override
  public String toString() {
    return sentence;
  }

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

  /**
   * As DuckDB makes it: the whole number that is nearest to a thousand million times the double.
   */
  private static BigDecimal nearest(double number) {
    return new BigDecimal(Math.rint(number * 1e9)).movePointLeft(9);
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
