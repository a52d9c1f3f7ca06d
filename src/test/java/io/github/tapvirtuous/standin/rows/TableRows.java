package io.github.tapvirtuous.standin.rows;

import io.github.tapvirtuous.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The rows of one table, and what has become of them since they were last marked. */
public final class TableRows {
  private final Table table;
  private final Map<Long, Row> deleted = new LinkedHashMap<>();
  private final Set<Long> goneSinceMark = new TreeSet<>();
  private final Set<Long> newSinceMark = new TreeSet<>();
  private RowSnapshot atMark;
  private volatile RowSnapshot now;

  /** Virtuous gives no key twice, not even one whose row is gone. */
  private long newestKey;

  public TableRows(Table table, RowSnapshot rows) {
    this.table = table;
    this.atMark = rows;
    this.now = rows;
    this.newestKey = LongStream.of(rows.keys()).max().orElse(0);
  }

  public RowSnapshot now() {
    return now;
  }

  public synchronized boolean delete(long key) {
    var index = now.indexOf(key);
    if (index < 0 || key == RowFacts.NO_KEY) {
      return false;
    }
    deleted.put(key, now.row(index));
    goneSinceMark.add(key);
    now = now.without(index);
    return true;
  }

  public synchronized boolean restore(long key) {
    var row = deleted.remove(key);
    if (row == null) {
      return false;
    }
    newSinceMark.add(key);
    now = now.with(key, row);
    return true;
  }

  public synchronized void insert(String json) {
    var row = Row.verbatim(json, RowFacts.of(json, table));
    newSinceMark.add(row.facts().key());
    newestKey = Math.max(newestKey, row.facts().key());
    now = now.with(row.facts().key(), row);
  }

  /** A copy of the row in the middle, with a new key at the end, if rows are made up. */
  public synchronized void insertLikeAnother() {
    var size = now.size();
    if (size > 0 && now.row(size / 2).takesAnyKey()) {
      var key = ++newestKey;
      newSinceMark.add(key);
      now = now.with(key, now.row(size / 2));
    }
  }

  public synchronized void restoreAny() {
    deleted.keySet().stream().findFirst().ifPresent(this::restore);
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
    now = now.without(index).with(key, now.row(index).archived());
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

  /** All rows as they are served. */
  public List<String> texts() {
    var rows = now;
    return IntStream.range(0, rows.size())
        .mapToObj(index -> rows.row(index).text(rows.key(index)))
        .toList();
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
