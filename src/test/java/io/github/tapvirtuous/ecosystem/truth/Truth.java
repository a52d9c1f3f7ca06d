package io.github.tapvirtuous.ecosystem.truth;

import io.github.tapvirtuous.row.Oracle;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * What Virtuous holds of a stream, in the columns of a catalog.
 *
 * @param key the column of the stream's key
 * @param rows objects as Virtuous serves them, but for other spellings of a field
 */
record Truth(String stream, String key, List<Column> columns, List<JsonNode> rows) {
  Truth {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** One for each stream of the catalog. */
  static List<Truth> of(StandIn virtuous, JsonNode catalog) {
    return catalog.path("streams").valueStream().map(stream -> of(stream, virtuous)).toList();
  }

  private static Truth of(JsonNode stream, StandIn virtuous) {
    var table = TableMap.named(stream.path("stream").asString()).orElseThrow();
    var columns =
        stream
            .path("schema")
            .path("properties")
            .propertyStream()
            .map(property -> Column.of(property.getKey(), property.getValue()))
            .toList();
    var texts = virtuous.texts(table.name());
    return new Truth(table.name(), table.key(), columns, rows(table, texts));
  }

  private static List<JsonNode> rows(Table table, List<String> texts) {
    var nodes = texts.stream().map(text -> Oracle.EXACT.readTree(text)).toList();
    return table.isValueArray()
        ? named(table, nodes)
        : nodes.stream().map(row -> inOneSpelling(table, row)).toList();
  }

  /** Fields that some replies spell in another way stand in one column. */
  private static JsonNode inOneSpelling(Table table, JsonNode row) {
    var copy = Oracle.EXACT.createObjectNode();
    row.properties()
        .forEach(
            field ->
                copy.set(
                    table.spellings().getOrDefault(field.getKey(), field.getKey()),
                    field.getValue()));
    return copy;
  }

  /** The tap makes rows of bare values: each with its place in the list. */
  private static List<JsonNode> named(Table table, List<JsonNode> values) {
    return IntStream.range(0, values.size())
        .<JsonNode>mapToObj(
            place ->
                Oracle.EXACT
                    .createObjectNode()
                    .put("position", place)
                    .set(table.key(), values.get(place)))
        .toList();
  }
}
