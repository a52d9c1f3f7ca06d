package io.github.tapvirtuous.singer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.sync.SelectedStream;
import io.github.tapvirtuous.sync.Selection;
import io.github.tapvirtuous.table.Column;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A catalog of gifts and channel types as discovery wrote it, then changed as a test asks. */
final class EditedCatalog {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final ObjectNode json =
      SingerCatalog.toJson(List.of(Streams.gifts(), Streams.channelTypes()));

  Selection read() {
    return SingerCatalog.selection(json);
  }

  /** What is selected of gifts. */
  SelectedStream gifts() {
    return read().streams().get(0);
  }

  /** The columns that are read of gifts. */
  List<Column> columns() {
    return gifts().schema().columns();
  }

  List<String> columnNames() {
    return columns().stream().map(Column::name).toList();
  }

  /** The streams that are read. */
  List<String> names() {
    return read().streams().stream().map(SelectedStream::stream).toList();
  }

  void assertRefused(String... parts) {
    assertThatThrownBy(this::read).isInstanceOf(ConfigException.class).message().contains(parts);
  }

  ObjectNode entry(int stream) {
    return (ObjectNode) json.path("streams").path(stream);
  }

  ArrayNode streams() {
    return json.withArrayProperty("streams");
  }

  EditedCatalog without(String property) {
    entry(0).remove(property);
    return this;
  }

  /** Sets a property of the gifts entry itself. */
  EditedCatalog with(String property, String value) {
    entry(0).set(property, MAPPER.readTree(value));
    return this;
  }

  /** Sets the metadata of gifts as a whole, or of what lies at a breadcrumb below. */
  EditedCatalog metadata(String name, String value, String... breadcrumb) {
    metadata(breadcrumb).set(name, MAPPER.readTree(value));
    return this;
  }

  EditedCatalog withoutMetadata(String name, String... breadcrumb) {
    metadata(breadcrumb).remove(name);
    return this;
  }

  /** Replaces the schema of one column of gifts. */
  EditedCatalog column(String name, String schema) {
    properties().set(name, MAPPER.readTree(schema));
    return this;
  }

  EditedCatalog withoutColumn(String name) {
    properties().remove(name);
    return this;
  }

  private ObjectNode properties() {
    return (ObjectNode) entry(0).path("schema").path("properties");
  }

  private ObjectNode metadata(String... breadcrumb) {
    var place = MAPPER.valueToTree(breadcrumb);
    var list = (ArrayNode) entry(0).path("metadata");
    return list.valueStream()
        .filter(entry -> entry.path("breadcrumb").equals(place))
        .findFirst()
        .or(() -> Stream.of((JsonNode) list.addObject().set("breadcrumb", place)).findFirst())
        .map(entry -> ((ObjectNode) entry).withObjectProperty("metadata"))
        .orElseThrow();
  }
}
