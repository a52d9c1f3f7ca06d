package io.github.tapvirtuous.sync.payload;

import io.github.tapvirtuous.event.Event;
import io.github.tapvirtuous.event.Event.Kind;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import java.time.Instant;
import java.util.Optional;

/** Events of gifts, told by the second at which they happened. */
final class Events {
  static final Table GIFTS = TableMap.named("gifts").orElseThrow();

  private Events() {}

  static Event update(long key, int second, String record) {
    return event(key, Kind.UPDATE, second, record);
  }

  static Event delete(long key, int second) {
    return event(key, Kind.DELETE, second, "{\"id\":" + key + "}");
  }

  private static Event event(long key, Kind kind, int second, String record) {
    return new Event(GIFTS, key, kind, at(second), Optional.empty(), 0, record);
  }

  static Instant at(int second) {
    return Instant.parse("2026-03-01T00:00:00Z").plusSeconds(second);
  }
}
