package io.github.tapvirtuous.airbyte.line;

import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.FieldType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row that is gone, as Airbyte's destinations are told: its key, and since when. Those that keep
 * the row with the newest cursor need one here, too: else what is gone would stay.
 *
 * @param cursor the column by which a destination orders the row's versions, if there is one
 */
public record DeletedRow(Column key, Optional<String> cursor) {
  /** Airbyte's name for the column. */
  public static final String SINCE = "_ab_cdc_deleted_at";

  public ObjectNode of(long value, Instant at) {
    var row = JsonNodeFactory.instance.objectNode();
    if (key.type() == FieldType.STRING) {
      row.put(key.name(), Long.toString(value));
    } else {
      row.put(key.name(), value);
    }
    var time = at.truncatedTo(ChronoUnit.MICROS).toString();
    cursor.ifPresent(column -> row.put(column, time));
    return row.put(SINCE, time);
  }
}
