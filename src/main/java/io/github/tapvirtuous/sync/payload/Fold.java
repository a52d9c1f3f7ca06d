package io.github.tapvirtuous.sync.payload;

import io.github.tapvirtuous.event.Event;
import io.github.tapvirtuous.event.Event.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The events of one table, folded to one row a key: it does not matter in which order they come,
 * nor how often. Of two that happened at the same time the later one to come counts.
 */
public final class Fold {
  private final Map<Long, FoldedRow> rows = new LinkedHashMap<>();
  private long events;

  /** Takes in one event more. */
  public void add(Event event) {
    events++;
    var row = rows.computeIfAbsent(event.key(), FoldedRow::new);
    if (event.kind() == Kind.DELETE) {
      row.deleted(event.at());
    } else {
      row.changed(event.at(), event.record());
    }
  }

  /** How many events came. */
  public long events() {
    return events;
  }

  /** Rows that are there, in the order in which they were first told of. */
  List<FoldedRow> kept() {
    return rows.values().stream().filter(row -> !row.isGone()).toList();
  }

  /** Rows that are gone, likewise. */
  List<FoldedRow> gone() {
    return rows.values().stream().filter(FoldedRow::isGone).toList();
  }
}
