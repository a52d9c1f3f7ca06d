package io.github.tapvirtuous.scan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** A table that changes between two replies, and knows which rows were there all the time. */
final class MovingTable {
  private final Random random;
  private final List<Long> keys = new ArrayList<>();
  private final Set<Long> always = new TreeSet<>();
  private final List<Long> deleted = new ArrayList<>();
  private long nextKey = 1;
  private long staleTotal;

  MovingTable(Random random, int rows) {
    this.random = random;
    for (int row = 0; row < rows; row++) {
      append();
    }
    always.addAll(keys);
    staleTotal = rows;
  }

  Set<Long> always() {
    return new HashSet<>(always);
  }

  int size() {
    return keys.size();
  }

  void append() {
    nextKey += 1 + random.nextInt(3);
    keys.add(nextKey);
  }

  void append(int rows) {
    for (int row = 0; row < rows; row++) {
      append();
    }
  }

  /** Deletes some rows from this place on. */
  void delete(int from, int rows) {
    for (int row = 0; row < rows && from < keys.size(); row++) {
      var key = keys.remove(from);
      always.remove(key);
      deleted.add(key);
    }
  }

  /** Brings back some deleted rows, each to its place. */
  void restore(int rows) {
    for (int row = 0; row < rows && !deleted.isEmpty(); row++) {
      keys.add(deleted.remove(random.nextInt(deleted.size())));
    }
    keys.sort(null);
  }

  void rememberTotal() {
    staleTotal = keys.size();
  }

  /** The reply that an orderly server gives now; its total may be older than its list. */
  ScanReply reply(Scan.Ask ask, boolean totalIsStale) {
    var from = Math.min(ask.skip(), keys.size());
    var page = keys.subList(from, Math.min(keys.size(), from + ask.take()));
    var total = totalIsStale ? staleTotal : keys.size();
    return reply(ask, page, total);
  }

  static ScanReply reply(Scan.Ask ask, List<Long> page, long total) {
    var keys = page.stream().mapToLong(Long::longValue).toArray();
    return new ScanReply(
        ask.skip(), ask.take(), page.size(), total, new Keys(keys, true), page.size() - 1);
  }
}
