package io.github.tapvirtuous.sync.scan;

import io.github.tapvirtuous.sync.scan.Ask.Part;
import java.util.ArrayList;
import java.util.Collections;
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
  private List<Long> remembered;
  private boolean restored;

  MovingTable(Random random, int rows) {
    this.random = random;
    for (int row = 0; row < rows; row++) {
      append();
    }
    always.addAll(keys);
    remembered = keys();
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
      restored = true;
    }
    keys.sort(null);
  }

  /** Whether a row ever came back, which may be behind a reader. */
  boolean restored() {
    return restored;
  }

  void rememberTotal() {
    remembered = keys();
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
  ScanReply reply(Ask ask, boolean totalIsStale) {
    var rows = rows(keys, ask.part());
    var from =
        ask.isDescending() ? Math.max(0, rows.size() - 1) : Math.min(ask.skip(), rows.size());
    var page = rows.subList(from, Math.min(rows.size(), from + ask.take()));
    var total = totalIsStale ? rows(remembered, ask.part()).size() : rows.size();
    return reply(ask, page, total);
  }

  /** Those of a part. */
  static List<Long> rows(List<Long> keys, Part part) {
    var found = Collections.binarySearch(keys, part.key());
    var place = found < 0 ? -found - 1 : found;
    return switch (part.side()) {
      case WHOLE -> keys;
      case FROM -> keys.subList(place, keys.size());
      case BELOW -> keys.subList(0, place);
    };
  }

  static ScanReply reply(Ask ask, List<Long> page, long total) {
    return reply(ask, ask.take(), page, total);
  }

  /**
   * The reply to a request for a page that proved heavy.
   *
   * @param take rows that were asked for in the end
   */
  static ScanReply reply(Ask ask, int take, List<Long> page, long total) {
    return reply(ask, take, page, total, Set.of());
  }

  /** The reply with the rows that this server chose, their keys shown or hidden as they are. */
  ScanReply shown(Ask ask, int take, List<Long> page, long total) {
    return reply(ask, take, page, total, withoutKey);
  }

  private static ScanReply reply(Ask ask, int take, List<Long> page, long total, Set<Long> hidden) {
    var shown = page.stream().filter(key -> !hidden.contains(key)).mapToLong(Long::longValue);
    var places = IntStream.range(0, page.size()).filter(at -> hidden.contains(page.get(at)));
    return new ScanReply(
        ask, take, page.size(), total, new Keys(shown.toArray(), true), places.boxed().toList());
  }
}
