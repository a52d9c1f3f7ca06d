package io.github.tapvirtuous.singer;

import io.github.tapvirtuous.json.CleanJson;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.DateTimes;
import io.github.tapvirtuous.table.FieldType;
import io.github.tapvirtuous.table.TableSchema;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Rows that are gone, as targets of Singer are told: their keys, and since when.
 *
 * @param dateTimes whether that is a time or text: some targets lose rows that have times
 */
record DeletedRow(Column key, DateTimes dateTimes) {
  private static final String SINCE = "_sdc_deleted_at";

  TableSchema schema() {
    var type = dateTimes == DateTimes.TEXT ? FieldType.STRING : FieldType.TIMESTAMP;
    return new TableSchema(List.of(key, new Column(SINCE, type)), key.name());
  }

  byte[] of(long value, Instant at) {
    var row = JsonNodeFactory.instance.objectNode();
    if (key.type() == FieldType.STRING) {
      row.put(key.name(), Long.toString(value));
    } else {
      row.put(key.name(), value);
    }
    row.put(SINCE, at.truncatedTo(ChronoUnit.MICROS).toString());
    return CleanJson.compact(row);
  }
}
