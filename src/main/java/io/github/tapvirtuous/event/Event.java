package io.github.tapvirtuous.event;

import io.github.tapvirtuous.table.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * What Virtuous tells of one row: a hint that it changed, which may be late, doubled, partial and
 * out of order.
 *
 * @param key of the row
 * @param at when it changed, never later than the event's receipt
 * @param id what Virtuous calls the delivery, if it says so
 * @param place among the rows of the same delivery, from 0
 * @param record the row as it was sent, a JSON object of one line
 */
public record Event(
    Table table, long key, Kind kind, Instant at, Optional<String> id, int place, String record) {

  /** What happened to the row. */
  public enum Kind {
    CREATE,
    UPDATE,
    DELETE
  }

  /** A payload of one line, without its end, which {@link Delivery} reads as this very event. */
  public String toPayload() {
    var members = new LinkedHashMap<String, String>();
    members.put(EventField.NAME, JsonParts.quoted(new EventName(table, kind).text()));
    id.ifPresent(text -> members.put(EventField.ID, JsonParts.quoted(text)));
    members.put(EventField.TIME, JsonParts.quoted(at.toString()));
    if (place > 0) {
      members.put(EventField.PLACE, Integer.toString(place));
    }
    members.put(EventField.KEY, Long.toString(key));
    members.put(table.webhook().rootObject(), record);
    return JsonParts.object(members);
  }

  /** Nothing of the row, which is somebody's data. */
  @Override
  public String toString() {
    return new EventName(table, kind).text() + " " + key + " at " + at;
  }
}
