package io.github.tapvirtuous.event;

import io.github.tapvirtuous.table.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * What Virtuous tells of one row: a hint that it changed, which may be late, doubled, partial and
 * out of order.
 *
 * @param key of the row
 * @param at when it changed, never later than the event's receipt
 * @param id what Virtuous calls the delivery, if it says so
 * @param place among the rows of the same delivery, from 0
 * @param record the row as it was sent, a JSON object
 */
public record Event(
    Table table, long key, Kind kind, Instant at, Optional<String> id, int place, String record) {

  /** What happened to the row. */
  public enum Kind {
    CREATE,
    UPDATE,
    DELETE
  }
}
