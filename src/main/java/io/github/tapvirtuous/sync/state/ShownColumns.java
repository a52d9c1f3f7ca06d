package io.github.tapvirtuous.sync.state;

import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.FieldType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Columns in a bookmark: {@code "shown_columns":[["vipSince","timestamp"]]}. */
final class ShownColumns {
  private static final String NAME = "shown_columns";

  private ShownColumns() {}

  static void write(List<Column> columns, ObjectNode json) {
    var list = json.putArray(NAME);
    columns.forEach(
        each -> list.addArray().add(each.name()).add(each.type().name().toLowerCase(Locale.ROOT)));
  }

  /** What of it can be read. */
  static List<Column> read(JsonNode json) {
    return json.path(NAME).valueStream().flatMap(each -> column(each).stream()).toList();
  }

  private static Optional<Column> column(JsonNode pair) {
    var name = pair.path(0).asString("");
    var word = pair.path(1).asString("");
    return Stream.of(FieldType.values())
        .filter(type -> !name.isEmpty() && type.name().toLowerCase(Locale.ROOT).equals(word))
        .map(type -> new Column(name, type))
        .findFirst();
  }
}
