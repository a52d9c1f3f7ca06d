package io.github.tapvirtuous.report;

import java.util.List;

/**
 * What became of the events of a stream, or of all streams.
 *
 * @param read from the inbox, those that have waited since an earlier run included
 * @param folded for which a later one of the same row stood
 * @param superseded by what is known to be newer
 * @param refetched rows that were asked for, and came
 * @param deleted rows that are gone
 */
public record EventCounts(long read, long folded, long superseded, long refetched, long deleted) {
  public static final EventCounts NONE = new EventCounts(0, 0, 0, 0, 0);

  public static EventCounts read(long events, long folded) {
    return new EventCounts(events, folded, 0, 0, 0);
  }

  public static EventCounts superseded(long events) {
    return new EventCounts(0, 0, events, 0, 0);
  }

  public static EventCounts refetched(long rows) {
    return new EventCounts(0, 0, 0, rows, 0);
  }

  public static EventCounts deleted(long rows) {
    return new EventCounts(0, 0, 0, 0, rows);
  }

  static EventCounts sum(List<EventCounts> all) {
    return all.stream().reduce(NONE, EventCounts::plus);
  }

  EventCounts plus(EventCounts more) {
    return new EventCounts(
        read + more.read,
        folded + more.folded,
        superseded + more.superseded,
        refetched + more.refetched,
        deleted + more.deleted);
  }

  String text() {
    return "events read %d, folded %d, superseded %d, refetched %d, deleted %d"
        .formatted(read, folded, superseded, refetched, deleted);
  }
}
