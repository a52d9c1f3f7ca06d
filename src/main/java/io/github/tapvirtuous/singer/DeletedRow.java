package io.github.tapvirtuous.singer;

import io.github.tapvirtuous.json.CleanJson;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.FieldType;
import io.github.tapvirtuous.table.TableSchema;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/** A row that is gone, as targets of Singer are told: its key, and since when. */
final class DeletedRow {
  private static final Column SINCE = new Column("_sdc_deleted_at", FieldType.TIMESTAMP);

  private DeletedRow() {}

  static TableSchema schema(Column key) {
    return new TableSchema(List.of(key, SINCE), key.name());
  }

  static byte[] of(Column key, long value, Instant at) {
    var row = JsonNodeFactory.instance.objectNode();
    if (key.type() == FieldType.STRING) {
      row.put(key.name(), Long.toString(value));
    } else {
      row.put(key.name(), value);
    }
    row.put(SINCE.name(), at.truncatedTo(ChronoUnit.MICROS).toString());
    return CleanJson.compact(row);
  }
}
