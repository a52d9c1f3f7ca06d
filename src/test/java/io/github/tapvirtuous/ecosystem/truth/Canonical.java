package io.github.tapvirtuous.ecosystem.truth;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME;

import io.github.tapvirtuous.table.FieldType;
import java.time.LocalDateTime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values in a form in which what means the same is equal: 1.5 and 1.50, with a T or a blank. */
final class Canonical {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Canonical() {}

  static JsonNode of(FieldType type, JsonNode value) {
    if (type == FieldType.TIMESTAMP && value.isString()) {
      var text = value.asString().replace(' ', 'T').replace("Z", "").replace("+00:00", "");
      return NODES.stringNode(ISO_LOCAL_DATE_TIME.format(LocalDateTime.parse(text)) + "Z");
    }
    return of(value);
  }

  static JsonNode of(JsonNode value) {
    if (value.isNumber()) {
      return NODES.numberNode(value.decimalValue().stripTrailingZeros());
    }
    if (value.isArray()) {
      return NODES.arrayNode().addAll(value.valueStream().map(Canonical::of).toList());
    }
    if (value.isObject()) {
      var copy = NODES.objectNode();
      value.properties().forEach(each -> copy.set(each.getKey(), of(each.getValue())));
      return copy;
    }
    return value;
  }
}
