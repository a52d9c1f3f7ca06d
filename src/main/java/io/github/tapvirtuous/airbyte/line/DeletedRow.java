package io.github.tapvirtuous.airbyte.line;

import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.FieldType;
import java.time.Duration;
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

  /** So far the clock of who told of it may be behind the one that dated the row. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  /**
   * One row.
   *
   * @param at when it was found gone
   * @param now by when it was not there: one that comes back is dated later
   */
  public ObjectNode of(long value, Instant at, Instant now) {
    var row = JsonNodeFactory.instance.objectNode();
    if (key.type() == FieldType.STRING) {
      row.put(key.name(), Long.toString(value));
    } else {
      row.put(key.name(), value);
    }
    cursor.ifPresent(column -> row.put(column, text(newest(at, now))));
    return row.put(SINCE, text(at));
  }

  private static Instant newest(Instant at, Instant now) {
    var most = at.plus(MARGIN);
    var latest = now.isBefore(most) ? now : most;
    return latest.isBefore(at) ? at : latest;
  }

  private static String text(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS).toString();
  }
}
