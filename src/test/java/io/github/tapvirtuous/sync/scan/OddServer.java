package io.github.tapvirtuous.sync.scan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A server with habits of its own.
 *
 * @param order in which rows come
 * @param cap rows of a page at most, whatever is asked for
 * @param total what it says of the table's size
 * @param paging what it makes of skip and take
 * @param heavy of a hundred pages so many arrive with half the rows, because they were too heavy
 */
record OddServer(
    MovingTable table, Random random, Order order, int cap, Total total, Paging paging, int heavy) {
  private static final int SMALLEST_HEAVY = 10;

  /** Of the rows. */
  enum Order {
    ASCENDING,
    DESCENDING,
    /** No key's, but the same for every page. */
    STABLE,
    /** Another one for every page. */
    SHUFFLED
  }

  /** Said of the table's size. */
  enum Total {
    RIGHT,
    MISSING,
    SOMETIMES_MISSING,
    ZERO
  }

  /** Of requests. */
  enum Paging {
    KEPT,
    /** Every page starts at the first row. */
    SKIP_IGNORED,
    /** Every page is the whole table. */
    IGNORED
  }

  static OddServer orderly(MovingTable table, Random random) {
    return new OddServer(
        table, random, Order.ASCENDING, Integer.MAX_VALUE, Total.RIGHT, Paging.KEPT, 0);
  }

  OddServer with(Order other) {
    return new OddServer(table, random, other, cap, total, paging, heavy);
  }

  OddServer capped(int other) {
    return new OddServer(table, random, order, other, total, paging, heavy);
  }

  OddServer with(Total other) {
    return new OddServer(table, random, order, cap, other, paging, heavy);
  }

  OddServer with(Paging other) {
    return new OddServer(table, random, order, cap, total, other, heavy);
  }

  OddServer heavy(int percent) {
    return new OddServer(table, random, order, cap, total, paging, percent);
  }

  ScanReply reply(Scan.Ask ask) {
    var rows = inOrder();
    var take = takeFor(ask);
    var from = paging == Paging.KEPT ? Math.min(ask.skip(), rows.size()) : 0;
    var most = paging == Paging.IGNORED ? Integer.MAX_VALUE : Math.min(take, cap);
    var to = (int) Math.min(rows.size(), (long) from + most);
    return table.shown(ask, take, rows.subList(from, to), said(rows.size()));
  }

  private int takeFor(Scan.Ask ask) {
    var take = ask.take();
    while (random.nextInt(100) < heavy) {
      take = Math.min(take, Math.max(SMALLEST_HEAVY, take / 2));
    }
    return take;
  }

  private List<Long> inOrder() {
    var rows = new ArrayList<>(table.keys());
    switch (order) {
      case ASCENDING -> {}
      case DESCENDING -> Collections.reverse(rows);
      case STABLE -> rows.sort(Comparator.comparingLong(key -> key * 0x9E3779B97F4A7C15L));
      case SHUFFLED -> Collections.shuffle(rows, random);
    }
    return rows;
  }

  private long said(int rows) {
    return switch (total) {
      case RIGHT -> rows;
      case MISSING -> -1;
      case SOMETIMES_MISSING -> random.nextBoolean() ? rows : -1;
      case ZERO -> 0;
    };
  }

  @Override
  public String toString() {
    return "%s, cap %d, total %s, paging %s, heavy %d".formatted(order, cap, total, paging, heavy);
  }
}
