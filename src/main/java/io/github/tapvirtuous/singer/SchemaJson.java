package io.github.tapvirtuous.singer;

import io.github.tapvirtuous.schema.Column;
import io.github.tapvirtuous.schema.FieldType;
import io.github.tapvirtuous.schema.TableSchema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Columns as JSON Schema, {@code {"type":"object","properties":{"id":{"type":["integer"]}}}}. */
final class SchemaJson {
  private static final String DATE_TIME = "date-time";

  private SchemaJson() {}

  /** A {@code type} is a list of one, or of null and one: no other form works in every target. */
  static ObjectNode of(TableSchema schema) {
    var json = JsonNodeFactory.instance.objectNode().put("type", "object");
    var properties = json.putObject("properties");
    for (var column : schema.columns()) {
      var property = properties.putObject(column.name());
      var types = property.putArray("type");
      if (!schema.isKey(column)) {
        types.add("null");
      }
      types.add(typeName(column.type()));
      if (column.type() == FieldType.TIMESTAMP) {
        property.put("format", DATE_TIME);
      }
    }
    return json;
  }

  /** The columns of a schema that people and other tools may have edited. */
  static List<Column> columns(JsonNode schema) {
    return schema
        .path("properties")
        .propertyStream()
        .map(property -> new Column(property.getKey(), type(property.getValue())))
        .toList();
  }

  private static FieldType type(JsonNode property) {
    return usableType(property).orElse(FieldType.STRING);
  }

  private static Optional<FieldType> usableType(JsonNode property) {
    return ownType(property).or(() -> branches(property).flatMap(SchemaJson::usable).findFirst());
  }

  private static Stream<FieldType> usable(JsonNode branch) {
    return usableType(branch).stream();
  }

  private static Stream<JsonNode> branches(JsonNode property) {
    return Stream.of("anyOf", "oneOf").flatMap(name -> property.path(name).valueStream());
  }

  /** The first that is not null: {@code ["null","string","integer"]} is a string. */
  private static Optional<FieldType> ownType(JsonNode property) {
    var type = property.path("type");
    var names = type.isArray() ? type.valueStream() : Stream.of(type);
    return names
        .map(name -> name.asString(""))
        .filter(name -> !name.equals("null"))
        .findFirst()
        .flatMap(name -> named(name, property.path("format").asString("")));
  }

  private static Optional<FieldType> named(String name, String format) {
    if (name.equals("string") && format.equals(DATE_TIME)) {
      return Optional.of(FieldType.TIMESTAMP);
    }
    return Stream.of(FieldType.values())
        .filter(type -> type != FieldType.TIMESTAMP && typeName(type).equals(name))
        .findFirst();
  }

  private static String typeName(FieldType type) {
    return type == FieldType.TIMESTAMP ? "string" : type.name().toLowerCase(Locale.ROOT);
  }
}
