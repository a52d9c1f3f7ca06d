package io.github.tapvirtuous.standin.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts requests, and remembers them unless told not to. */
public final class Traffic {
  private final boolean remembers;
  private final List<SeenRequest> seen = new ArrayList<>();
  private final Map<String, Integer> countByTable = new HashMap<>();
  private final Map<String, Integer> countByPage = new HashMap<>();
  private int count;
  private int inFlight;
  private int maxInFlight;

  public Traffic(boolean remembers) {
    this.remembers = remembers;
  }

  /**
   * The numbers of a request, from 1.
   *
   * @param skip that it asks for
   * @param ofPage among those of its table with the same skip
   */
  public record Turn(int overall, int ofTable, int skip, int ofPage) {}

  public synchronized Turn next(String table, int skip) {
    count++;
    return new Turn(
        count,
        countByTable.merge(table, 1, Integer::sum),
        skip,
        countByPage.merge(table + " " + skip, 1, Integer::sum));
  }

  public synchronized void remember(SeenRequest request) {
    if (remembers) {
      seen.add(request);
    }
  }

  public synchronized void enter() {
    inFlight++;
    maxInFlight = Math.max(maxInFlight, inFlight);
  }

  public synchronized void leave() {
    inFlight--;
  }

  public synchronized List<SeenRequest> seen() {
    return List.copyOf(seen);
  }

  public synchronized int count() {
    return count;
  }

  public synchronized int count(String table) {
    return countByTable.getOrDefault(table, 0);
  }

  public synchronized int maxInFlight() {
    return maxInFlight;
  }
}
