package io.github.tapvirtuous.ecosystem.truth;

import io.github.tapvirtuous.row.Oracle;
import io.github.tapvirtuous.table.FieldType;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A column of a catalog. */
record Column(String name, FieldType type) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /**
   * As a catalog describes it.
   *
   * @param property {@code {"type":["null","string"],"format":"date-time"}}
   */
  static Column of(String name, JsonNode property) {
    var types = property.path("type").valueStream().map(JsonNode::asString).toList();
    var type = types.stream().filter(each -> !each.equals("null")).findFirst().orElseThrow();
    return new Column(
        name,
        property.has("format")
            ? FieldType.TIMESTAMP
            : FieldType.valueOf(type.toUpperCase(Locale.ROOT)));
  }

  /** What the tap owes for a row of Virtuous. */
  JsonNode owed(JsonNode row) {
    var value = row.path(name);
    if (value.isMissingNode()) {
      return NODES.nullNode();
    }
    var isText = type == FieldType.STRING && (value.isNumber() || value.isBoolean());
    return isText ? NODES.stringNode(value.asString()) : Oracle.coerced(type, value).orElseThrow();
  }
}
