package io.github.tapvirtuous.row;

import io.github.tapvirtuous.table.FieldType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Coercion once more, slowly: with trees, {@code BigDecimal} and {@code java.time}. */
public final class Oracle {
  /** Reads numbers with all their digits. */
  public static final JsonMapper EXACT =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private Oracle() {}

  /** What stands in the column; empty for a value that it cannot hold. */
  public static Optional<JsonNode> coerced(FieldType type, JsonNode value) {
    if (value.isNull()) {
      return Optional.of(value);
    }
    return switch (type) {
      case INTEGER -> decimal(value).filter(Oracle::isWhole).map(NODES::numberNode);
      case NUMBER -> decimal(value).map(NODES::numberNode);
      case BOOLEAN -> bool(value).map(NODES::booleanNode);
      case STRING -> Optional.of(value.isString() ? clean(value) : value);
      case TIMESTAMP -> Optional.of(value).filter(JsonNode::isString).flatMap(Oracle::timestamp);
      case OBJECT -> Optional.of(value).filter(JsonNode::isObject).map(Oracle::clean);
      case ARRAY -> Optional.of(value).filter(JsonNode::isArray).map(Oracle::clean);
    };
  }

  private static Optional<BigDecimal> decimal(JsonNode value) {
    if (value.isNumber()) {
      return Optional.of(value.decimalValue());
    }
    return value.isString() && NUMBER.matcher(value.asString()).matches()
        ? Optional.of(new BigDecimal(value.asString()))
        : Optional.empty();
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0
        && number.toBigInteger().abs().compareTo(LARGEST) <= 0;
  }

  private static Optional<Boolean> bool(JsonNode value) {
    if (value.isBoolean()) {
      return Optional.of(value.booleanValue());
    }
    if (value.isString() && value.asString().matches("(?i)true|false")) {
      return Optional.of(Boolean.parseBoolean(value.asString()));
    }
    return decimal(value)
        .filter(number -> number.signum() == 0 || number.compareTo(BigDecimal.ONE) == 0)
        .map(number -> number.signum() != 0);
  }

  private static Optional<JsonNode> timestamp(JsonNode value) {
    var text = value.asString();
    if (text.isEmpty() || text.equals("Unavailable")) {
      return Optional.of(NODES.nullNode());
    }
    try {
      var full = DATE.matcher(text).matches() ? text + "T00:00:00" : text;
      var time = full.matches(".*([-+]..:..|Z)") ? utc(full) : LocalDateTime.parse(full);
      return Optional.of(
          time.getYear() == 1
              ? NODES.nullNode()
              : NODES.stringNode(time.truncatedTo(ChronoUnit.MICROS) + "Z"));
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }

  private static LocalDateTime utc(String text) {
    return OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
  }

  /** A copy whose texts and names every target takes. */
  static JsonNode clean(JsonNode node) {
    if (node.isString()) {
      return NODES.stringNode(clean(node.asString()));
    }
    if (node.isArray()) {
      return NODES.arrayNode().addAll(node.valueStream().map(Oracle::clean).toList());
    }
    if (node.isObject()) {
      var copy = NODES.objectNode();
      node.properties().forEach(e -> copy.set(clean(e.getKey()), clean(e.getValue())));
      return copy;
    }
    return node;
  }

  private static String clean(String text) {
    return text.codePoints()
        .filter(point -> point != 0)
        .mapToObj(point -> isLoneSurrogate(point) ? "\uFFFD" : Character.toString(point))
        .collect(Collectors.joining());
  }

  private static boolean isLoneSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
