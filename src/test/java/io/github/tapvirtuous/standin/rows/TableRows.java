package io.github.tapvirtuous.standin.rows;

import io.github.tapvirtuous.table.Table;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import tools.jackson.databind.node.ObjectNode;

/** The rows of one table, and what has become of them since they were last marked. */
public final class TableRows {
  private final Table table;
  private final Stamp stamp;
  private final Map<Long, Row> deleted = new LinkedHashMap<>();
  private final Set<Long> goneSinceMark = new TreeSet<>();
  private final Set<Long> newSinceMark = new TreeSet<>();
  private RowChange.Watcher watcher = changes -> {};
  private RowSnapshot atMark;
  private volatile RowSnapshot now;

  /** Virtuous gives no key twice, not even one whose row is gone. */
  private long newestKey;

  private int changes;

  /**
   * The rows of a table.
   *
   * @param clock says when rows are created and modified
   */
  public TableRows(Table table, RowSnapshot rows, Clock clock) {
    this.table = table;
    this.stamp = new Stamp(table, clock);
    this.atMark = rows;
    this.now = rows;
    this.newestKey = LongStream.of(rows.keys()).max().orElse(0);
  }

  public RowSnapshot now() {
    return now;
  }

  /** Who hears of changes from now on, instead of nobody. */
  public synchronized void watch(RowChange.Watcher other) {
    watcher = other;
  }

  private void tell(RowChange.Kind kind, long key, Row row) {
    if (key != RowFacts.NO_KEY) {
      watcher.changed(List.of(new RowChange(table, kind, key, row)));
    }
  }

  private RowChange updated(int place) {
    return new RowChange(table, RowChange.Kind.UPDATE, now.key(place), now.row(place));
  }

  public synchronized boolean delete(long key) {
    var index = now.indexOf(key);
    if (index < 0 || key == RowFacts.NO_KEY) {
      return false;
    }
    var row = now.row(index);
    deleted.put(key, row);
    goneSinceMark.add(key);
    now = now.without(index);
    tell(RowChange.Kind.DELETE, key, row);
    return true;
  }

  public synchronized boolean restore(long key) {
    var row = deleted.remove(key);
    if (row == null) {
      return false;
    }
    add(key, row);
    return true;
  }

  public void insert(String json) {
    insert(Row.verbatim(json, RowFacts.of(json, table)));
  }

  private synchronized void insert(Row row) {
    newestKey = Math.max(newestKey, row.facts().key());
    add(row.facts().key(), row);
  }

  private void add(long key, Row row) {
    newSinceMark.add(key);
    now = now.with(key, row);
    tell(RowChange.Kind.CREATE, key, row);
  }

  /** Inserts a row as a user of Virtuous would: created and modified now. */
  public void create(String json) {
    insert(RowEdits.edited(Row.verbatim(json, RowFacts.of(json, table)), table, stamp::create));
  }

  /** A copy of the row in the middle, with a new key at the end, if rows are made up. */
  public synchronized void insertLikeAnother() {
    var size = now.size();
    if (size > 0 && now.row(size / 2).takesAnyKey()) {
      add(++newestKey, RowEdits.edited(now.row(size / 2), table, stamp::create));
    }
  }

  /** Changes a row, and nothing that is not said: no date either. */
  public synchronized boolean change(long key, Consumer<ObjectNode> change) {
    var index = now.indexOf(key);
    if (index < 0) {
      return false;
    }
    now = RowEdits.at(IntStream.of(index), now, table, change);
    return true;
  }

  /** Changes a row as a user of Virtuous would: modified now, with a number for all to see. */
  public synchronized boolean modify(long key) {
    var number = ++changes;
    var found = change(key, row -> stamp.modify(row, number));
    if (found) {
      watcher.changed(List.of(updated(now.indexOf(key))));
    }
    return found;
  }

  /** Modifies so many rows from all over the table, other ones each time, and says which. */
  public synchronized List<Long> modifySome(int count) {
    var number = ++changes;
    var places = spread(table.isValueArray() ? 0 : Math.min(count, now.size()), number);
    now = RowEdits.at(IntStream.of(places), now, table, row -> stamp.modify(row, number));
    watcher.changed(IntStream.of(places).mapToObj(this::updated).toList());
    return IntStream.of(places).mapToObj(now::key).toList();
  }

  private int[] spread(int count, long seed) {
    var random = new Random(seed);
    var size = (long) now.size();
    return IntStream.range(0, count)
        .map(i -> random.nextInt((int) (i * size / count), (int) ((i + 1) * size / count)))
        .toArray();
  }

  /** Somebody brings a row back, which modifies it. */
  public synchronized void restoreAny() {
    deleted.keySet().stream().findFirst().filter(this::restore).ifPresent(this::modify);
  }

  /** Deletes the row at this place, from 0 to 1. */
  public synchronized void deleteSome(double place) {
    if (now.size() > 0) {
      delete(now.key((int) (place * now.size())));
    }
  }

  public synchronized boolean archive(long key) {
    var index = now.indexOf(key);
    if (index < 0) {
      return false;
    }
    var row = now.row(index).archived();
    now = now.without(index).with(key, row);
    tell(RowChange.Kind.UPDATE, key, row);
    return true;
  }

  public List<Long> ids() {
    return LongStream.of(now.keys()).boxed().toList();
  }

  public Optional<String> text(long key) {
    var rows = now;
    var index = rows.indexOf(key);
    return index < 0 ? Optional.empty() : Optional.of(rows.row(index).text(key));
  }

  /** The same of a row that is not archived. */
  public Optional<String> shown(long key) {
    var rows = now;
    var index = rows.indexOf(key);
    return index < 0 || rows.row(index).facts().archived()
        ? Optional.empty()
        : Optional.of(rows.row(index).text(key));
  }

  /** All rows as they are served. */
  public List<String> texts() {
    var rows = now;
    return IntStream.range(0, rows.size())
        .mapToObj(index -> rows.row(index).text(rows.key(index)))
        .toList();
  }

  /** Takes the modified date from each nth row. */
  public synchronized void undate(int nth) {
    now = RowEdits.undated(now, table, nth);
    atMark = now;
  }

  /** Gives made-up communications campaigns that there are. */
  public synchronized void joinCampaigns(TableRows campaigns) {
    now = RowEdits.inCampaigns(now, table, campaigns.now.keys());
    atMark = now;
  }

  public synchronized void mark() {
    atMark = now;
    goneSinceMark.clear();
    newSinceMark.clear();
  }

  /** The ids that were there during all the time since the mark. */
  public synchronized long[] always() {
    return LongStream.of(atMark.keys()).filter(key -> !goneSinceMark.contains(key)).toArray();
  }

  /** The ids that were there at any time since the mark. */
  public synchronized long[] ever() {
    var fresh = newSinceMark.stream().mapToLong(Long::longValue);
    return LongStream.concat(LongStream.of(atMark.keys()), fresh).distinct().sorted().toArray();
  }
}
