package io.github.tapvirtuous.reliability.history;

import io.github.tapvirtuous.report.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What histories were made of, so that nobody takes quiet ones for proof. */
final class Figures {
  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
  private int runs;
  private int kills;
  private int resumed;
  private int incremental;
  private int superseded;
  private int taken;
  private int sinceStartDate;

  /** Before a run. */
  void begins(Store store, List<String> streams) {
    runs++;
    resumed += (int) streams.stream().filter(store::isInterrupted).count();
  }

  void killed() {
    kills++;
  }

  /** After a run. */
  void ended(Store store, List<String> streams) {
    store.outcomes().values().forEach(each -> outcomes.merge(each, 1, Integer::sum));
    streams.stream().map(store::taken).flatMap(Optional::stream).forEach(this::count);
    incremental += with("scan_since", store, streams);
    sinceStartDate += with("scan_start_date", store, streams);
  }

  private static int with(String key, Store store, List<String> streams) {
    return (int)
        streams.stream()
            .filter(store::hasAll)
            .filter(stream -> store.bookmark(stream).path(key).isString())
            .count();
  }

  private void count(Set<Long> rows) {
    superseded++;
    taken += rows.size();
  }

  /** Whether of each kind there was much; a history that is played alone need not have it all. */
  boolean areOfEverything(int histories) {
    return runs < 2 * histories
        || (kills > histories / 2
            && resumed > histories / 4
            && incremental > histories
            && superseded > histories
            && taken > histories
            && sinceStartDate > histories / 8);
  }

  @Override
  public String toString() {
    return ("%d runs, %d killed, %d streams resumed, %d read for changes or since a start date,"
            + " %d of them since that, %d versions over with %d rows, %s")
        .formatted(runs, kills, resumed, incremental, sinceStartDate, superseded, taken, outcomes);
  }
}
