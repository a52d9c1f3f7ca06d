package io.github.tapvirtuous.sync.scan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A table that changes between two replies, and knows which rows were there all the time. */
final class MovingTable {
  private final Random random;
  private final List<Long> keys = new ArrayList<>();
  private final Set<Long> always = new TreeSet<>();
  private final List<Long> deleted = new ArrayList<>();
  private final Set<Long> withoutKey = new HashSet<>();
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

  /** From now on these rows hold no key that anyone could use, wherever they stand. */
  void hideKeys(int from, int rows) {
    var hidden = keys.subList(Math.min(from, keys.size()), Math.min(from + rows, keys.size()));
    withoutKey.addAll(hidden);
    always.removeAll(withoutKey);
  }

  int size() {
    return keys.size();
  }

  List<Long> keys() {
    return List.copyOf(keys);
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

  /** One of the things that happen to tables, more of it where pages are larger. */
  void change(int take) {
    var where = keys.isEmpty() ? 0 : random.nextInt(keys.size());
    switch (random.nextInt(8)) {
      case 0 -> delete(where, 1 + random.nextInt(take * 2));
      case 1 -> delete(0, 1 + random.nextInt(take));
      case 2 -> restore(1 + random.nextInt(take));
      case 3 -> append(1 + random.nextInt(take));
      case 4 -> rememberTotal();
      case 5 -> append(1);
      default -> delete(where, 1);
    }
  }

  /** The reply that an orderly server gives now; its total may be older than its list. */
  ScanReply reply(Scan.Ask ask, boolean totalIsStale) {
    var from = Math.min(ask.skip(), keys.size());
    var page = keys.subList(from, Math.min(keys.size(), from + ask.take()));
    var total = totalIsStale ? staleTotal : keys.size();
    return reply(ask, page, total);
  }

  static ScanReply reply(Scan.Ask ask, List<Long> page, long total) {
    return reply(ask, ask.take(), page, total);
  }

  /**
   * The reply to a request for a page that proved heavy.
   *
   * @param take rows that were asked for in the end
   */
  static ScanReply reply(Scan.Ask ask, int take, List<Long> page, long total) {
    return reply(ask, take, page, total, Set.of());
  }

  /** The reply with the rows that this server chose, their keys shown or hidden as they are. */
  ScanReply shown(Scan.Ask ask, int take, List<Long> page, long total) {
    return reply(ask, take, page, total, withoutKey);
  }

  private static ScanReply reply(
      Scan.Ask ask, int take, List<Long> page, long total, Set<Long> hidden) {
    var shown = page.stream().filter(key -> !hidden.contains(key)).mapToLong(Long::longValue);
    var places = IntStream.range(0, page.size()).filter(at -> hidden.contains(page.get(at)));
    return new ScanReply(
        ask, take, page.size(), total, new Keys(shown.toArray(), true), places.boxed().toList());
  }
}
