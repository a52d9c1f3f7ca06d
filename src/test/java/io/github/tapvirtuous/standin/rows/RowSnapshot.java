package io.github.tapvirtuous.standin.rows;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The rows of a table at one moment, in the order of their keys. */
public final class RowSnapshot {
  private static final int MOST_RECENT = 4;

  private final long[] keys;
  private final Row[] rows;
  private final boolean ordered;
  private final boolean anyArchived;
  private final Map<Query.Order, int[]> orders = new ConcurrentHashMap<>();
  private final Map<Asked, int[]> recent = new LinkedHashMap<>();

  /** Queries that find the same rows in the same order. */
  private record Asked(Query.Order order, String filter, boolean includeArchived) {}

  RowSnapshot(long[] keys, Row[] rows) {
    this.keys = keys;
    this.rows = rows;
    this.ordered = IntStream.range(1, keys.length).allMatch(i -> keys[i - 1] < keys[i]);
    this.anyArchived = Arrays.stream(rows).anyMatch(row -> row.facts().archived());
  }

  /** Sorted by key if every row has one, else in the order given. */
  public static RowSnapshot of(List<Row> given) {
    var keyed = given.stream().noneMatch(row -> row.facts().key() == RowFacts.NO_KEY);
    var byKey = Comparator.<Row>comparingLong(row -> row.facts().key());
    var rows = keyed ? given.stream().sorted(byKey).toList() : given;
    var keys = rows.stream().mapToLong(row -> row.facts().key()).toArray();
    return new RowSnapshot(keys, rows.toArray(Row[]::new));
  }

  public int size() {
    return keys.length;
  }

  long[] keys() {
    return keys.clone();
  }

  int indexOf(long key) {
    for (var i = 0; i < keys.length; i++) {
      if (keys[i] == key) {
        return i;
      }
    }
    return -1;
  }

  Row[] rows() {
    return rows.clone();
  }

  Row row(int index) {
    return rows[index];
  }

  long key(int index) {
    return keys[index];
  }

  RowSnapshot without(int index) {
    var fewerKeys = Arrays.copyOf(keys, keys.length - 1);
    var fewerRows = Arrays.copyOf(rows, rows.length - 1);
    System.arraycopy(keys, index + 1, fewerKeys, index, fewerKeys.length - index);
    System.arraycopy(rows, index + 1, fewerRows, index, fewerRows.length - index);
    return new RowSnapshot(fewerKeys, fewerRows);
  }

  RowSnapshot with(long key, Row row) {
    var isLast = key == RowFacts.NO_KEY || keys.length == 0 || keys[keys.length - 1] <= key;
    var index = isLast ? keys.length : placeOf(key);
    var moreKeys = Arrays.copyOf(keys, keys.length + 1);
    var moreRows = Arrays.copyOf(rows, rows.length + 1);
    System.arraycopy(keys, index, moreKeys, index + 1, keys.length - index);
    System.arraycopy(rows, index, moreRows, index + 1, rows.length - index);
    moreKeys[index] = key;
    moreRows[index] = row;
    return new RowSnapshot(moreKeys, moreRows);
  }

  /** Where a key stands, or would. */
  private int placeOf(long key) {
    var found = Arrays.binarySearch(keys, key);
    return found < 0 ? -found - 1 : found;
  }

  /** Its page's indices, and the number of all matches. */
  public Selection select(Query query) {
    var all = order(query);
    if (query.filter().acceptsAll() && (query.includeArchived() || !anyArchived)) {
      return Selection.page(all, query, all.length);
    }
    var matches = matches(query, all);
    return Selection.page(
        matches, query, query.filter().countsAll() ? keys.length : matches.length);
  }

  /** Those of the last few questions are kept: a page is seldom asked for alone. */
  private synchronized int[] matches(Query query, int[] all) {
    var asked = new Asked(query.order(), query.filter().name(), query.includeArchived());
    var known = recent.remove(asked);
    var matches = known == null ? found(query, all) : known;
    recent.put(asked, matches);
    if (recent.size() > MOST_RECENT) {
      recent.remove(recent.keySet().iterator().next());
    }
    return matches;
  }

  private int[] found(Query query, int[] all) {
    var range = query.filter().onlyRange().filter(keys -> ordered && query.order().isByKey());
    if (range.isPresent() && (query.includeArchived() || !anyArchived)) {
      var from = placeOf(range.get().low());
      return Arrays.copyOfRange(all, from, Math.max(from, placeOf(range.get().high())));
    }
    return candidates(query, all).filter(i -> query.accepts(keys[i], rows[i].facts())).toArray();
  }

  /** Those whose keys are asked for, found without a look at the others. */
  private IntStream candidates(Query query, int[] all) {
    var only = query.filter().onlyKeys();
    if (only.isEmpty() || !ordered) {
      return Arrays.stream(all);
    }
    var places = new BitSet(keys.length);
    only.get().forEach(each -> mark(each, places));
    return query.order().isByKey() ? places.stream() : Arrays.stream(all).filter(places::get);
  }

  private void mark(Filter.Keys asked, BitSet places) {
    var from = placeOf(asked.low());
    places.set(from, Math.max(from, placeOf(asked.high())));
  }

  private int[] order(Query query) {
    return orders.computeIfAbsent(query.order(), this::sorted);
  }

  private int[] sorted(Query.Order order) {
    var ascending = IntStream.range(0, keys.length);
    var indices =
        order.by() == Query.By.KEY
            ? ascending.toArray()
            : ascending.boxed().sorted(comparing(order)).mapToInt(Integer::intValue).toArray();
    return order.descending() ? reversed(indices) : indices;
  }

  private Comparator<Integer> comparing(Query.Order order) {
    return order.by() == Query.By.MODIFIED
        ? Comparator.comparingLong(i -> rows[i].facts().modified())
        : Comparator.comparingLong(i -> scattered(keys[i] ^ order.seed()));
  }

  private static long scattered(long value) {
    var mixed = (value ^ (value >>> 31)) * 0x9E3779B97F4A7C15L;
    return (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
  }

  private static int[] reversed(int[] indices) {
    return IntStream.range(0, indices.length).map(i -> indices[indices.length - 1 - i]).toArray();
  }
}
