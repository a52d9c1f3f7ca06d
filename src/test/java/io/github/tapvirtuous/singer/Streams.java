package io.github.tapvirtuous.singer;

import io.github.tapvirtuous.sync.SelectedStream;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.FieldType;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.table.TableSchema;
import java.util.List;
import java.util.Set;

/** Streams of both shapes, as a catalog gives them back. */
final class Streams {
  private Streams() {}

  static SelectedStream gifts() {
    return stream(
        "gifts",
        new Column("id", FieldType.INTEGER),
        new Column("contactId", FieldType.INTEGER),
        new Column("amount", FieldType.NUMBER),
        new Column("giftDate", FieldType.TIMESTAMP),
        new Column("createdDateTimeUtc", FieldType.TIMESTAMP),
        new Column("isPrivate", FieldType.BOOLEAN),
        new Column("notes", FieldType.STRING),
        new Column("customFields", FieldType.ARRAY),
        new Column("contact", FieldType.OBJECT));
  }

  static SelectedStream channelTypes() {
    return stream(
        "channel_types",
        new Column("channel", FieldType.STRING),
        new Column("position", FieldType.INTEGER));
  }

  private static SelectedStream stream(String name, Column... columns) {
    var table = TableMap.named(name).orElseThrow();
    var schema = new TableSchema(List.of(columns), table.key());
    return new SelectedStream(name, table, schema, Set.of(), CatalogEntry.ON_CATALOG_COLUMNS);
  }
}
