package io.github.tapvirtuous.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Table schemas as JSON Schema, in the few words that every target understands: {@code
 * {"type":"object","properties":{"giftDate":{"type":["null","string"],"format":"date-time"}}}}.
 */
public final class JsonSchemas {
  private static final String TYPE = "type";
  private static final String FORMAT = "format";
  private static final String PROPERTIES = "properties";
  private static final String DATE_TIME = "date-time";

  /** Alternatives within alternatives: nobody means more. */
  private static final int DEEPEST_CHOICE = 20;

  private JsonSchemas() {}

  public static ObjectNode toJson(TableSchema schema) {
    var json = JsonNodeFactory.instance.objectNode().put(TYPE, "object");
    var properties = json.putObject(PROPERTIES);
    for (var column : schema.columns()) {
      describe(column.type(), schema.isKey(column), properties.putObject(column.name()));
    }
    return json;
  }

  private static void describe(FieldType type, boolean key, ObjectNode property) {
    var types = property.putArray(TYPE);
    if (!key) {
      types.add("null");
    }
    if (type == FieldType.TIMESTAMP) {
      types.add("string");
      property.put(FORMAT, DATE_TIME);
    } else {
      types.add(type.name().toLowerCase(Locale.ROOT));
    }
  }

  /**
   * Reads a schema that others may have changed; empty if it has no properties. What is said beyond
   * the seven types is ignored; a column without a usable type is text.
   */
  public static Optional<TableSchema> fromJson(JsonNode schema, String key) {
    var properties = schema.path(PROPERTIES);
    return properties.isObject()
        ? Optional.of(new TableSchema(columns(properties), key))
        : Optional.empty();
  }

  private static List<Column> columns(JsonNode properties) {
    return properties
        .propertyStream()
        .map(property -> new Column(property.getKey(), columnType(property.getValue())))
        .toList();
  }

  private static FieldType columnType(JsonNode property) {
    return type(property, DEEPEST_CHOICE).orElse(FieldType.STRING);
  }

  private static Optional<FieldType> type(JsonNode property, int levels) {
    var alternatives =
        Stream.of("anyOf", "oneOf")
            .filter(word -> levels > 0)
            .flatMap(word -> branches(property.path(word)))
            .map(branch -> type(branch, levels - 1));
    return Stream.concat(Stream.of(ownType(property)), alternatives)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<FieldType> ownType(JsonNode property) {
    var isDateTime = property.path(FORMAT).asString("").equals(DATE_TIME);
    var words = property.path(TYPE);
    return (words.isArray() ? branches(words) : Stream.of(words))
        .flatMap(word -> named(word.asString(""), isDateTime).stream())
        .findFirst();
  }

  private static Stream<JsonNode> branches(JsonNode list) {
    return list.isArray() ? list.valueStream() : Stream.empty();
  }

  private static Optional<FieldType> named(String word, boolean isDateTime) {
    return switch (word) {
      case "integer" -> Optional.of(FieldType.INTEGER);
      case "number" -> Optional.of(FieldType.NUMBER);
      case "boolean" -> Optional.of(FieldType.BOOLEAN);
      case "string" -> Optional.of(isDateTime ? FieldType.TIMESTAMP : FieldType.STRING);
      case "object" -> Optional.of(FieldType.OBJECT);
      case "array" -> Optional.of(FieldType.ARRAY);
      default -> Optional.empty();
    };
  }
}
