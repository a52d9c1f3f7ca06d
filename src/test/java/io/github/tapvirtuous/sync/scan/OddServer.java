package io.github.tapvirtuous.sync.scan;

import io.github.tapvirtuous.sync.query.Chosen.KeyRange;
import io.github.tapvirtuous.sync.query.KeyRanges;
import io.github.tapvirtuous.sync.scan.Ask.Part;
import io.github.tapvirtuous.sync.scan.Ask.Part.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A server with habits of its own.
 *
 * @param order in which rows come
 * @param cap rows of a page at most, whatever is asked for
 * @param total what it says of the table's size
 * @param paging what it makes of skip and take
 * @param keyed what it makes of a condition on keys
 * @param heavy of a hundred pages so many arrive with half the rows, because they were too heavy
 */
record OddServer(
    MovingTable table,
    Random random,
    Order order,
    int cap,
    Total total,
    Paging paging,
    int heavy,
    Keyed keyed) {
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

  /** Of conditions on keys. */
  enum Keyed {
    /** Nobody asks. */
    NEVER,
    KEPT,
    REFUSED,
    /** Every row comes. */
    IGNORED,
    /** Every row comes from some key on. */
    IGNORED_LATER,
    /** With some that lie below the base. */
    SOME_BELOW,
    /** Without the base itself, which is on the other side. */
    BASE_LEFT_OUT,
    /** Parted further on. */
    SHIFTED,
    /** No row is from the base on, every one below it. */
    NONE_FROM,
    /** Numbers as texts. */
    AS_TEXT,
    /** Some rows neither come nor count. */
    TOO_FEW,
    /** Some rows count that do not come, from a key on. */
    TOO_FEW_SHOWN,
    /** Some rows count that never come. */
    HIDDEN;

    List<Long> counted(List<Long> keys, Part part) {
      return part.isWhole() || this == IGNORED
          ? keys
          : keys.stream().filter(key -> holds(key, part)).toList();
    }

    List<Long> shown(List<Long> counted, Part part) {
      return this == HIDDEN || (this == TOO_FEW_SHOWN && part.side() == Side.FROM)
          ? counted.stream().filter(key -> !isForgotten(key)).toList()
          : counted;
    }

    private static boolean isForgotten(long key) {
      return key % 37 == 0;
    }

    private boolean holds(long key, Part part) {
      var isFrom = part.side() == Side.FROM;
      return switch (this) {
        case NEVER, KEPT, REFUSED, TOO_FEW_SHOWN, HIDDEN -> isFrom == key >= part.key();
        case IGNORED -> true;
        case IGNORED_LATER -> part.key() > 300 || isFrom == key >= part.key();
        case SOME_BELOW -> isFrom ? key >= part.key() - 20 : key < part.key();
        case BASE_LEFT_OUT -> isFrom == key > part.key();
        case SHIFTED -> isFrom == key >= part.key() + 20;
        case NONE_FROM -> !isFrom;
        case AS_TEXT -> isFrom == String.valueOf(key).compareTo(String.valueOf(part.key())) >= 0;
        case TOO_FEW -> isFrom == key >= part.key() && !(isFrom && isForgotten(key));
      };
    }
  }

  static OddServer orderly(MovingTable table, Random random) {
    return new OddServer(
        table,
        random,
        Order.ASCENDING,
        Integer.MAX_VALUE,
        Total.RIGHT,
        Paging.KEPT,
        0,
        Keyed.NEVER);
  }

  OddServer with(Order other) {
    return new OddServer(table, random, other, cap, total, paging, heavy, keyed);
  }

  OddServer capped(int other) {
    return new OddServer(table, random, order, other, total, paging, heavy, keyed);
  }

  OddServer with(Total other) {
    return new OddServer(table, random, order, cap, other, paging, heavy, keyed);
  }

  OddServer with(Paging other) {
    return new OddServer(table, random, order, cap, total, other, heavy, keyed);
  }

  OddServer with(Keyed other) {
    return new OddServer(table, random, order, cap, total, paging, heavy, other);
  }

  OddServer heavy(int percent) {
    return new OddServer(table, random, order, cap, total, paging, percent, keyed);
  }

  /** How rows are asked for from a key on; empty where nobody tries. */
  Optional<KeyRange> range() {
    return keyed == Keyed.NEVER ? Optional.empty() : Optional.of(KeyRanges.GIFTS);
  }

  /** Empty for a question that it refuses. */
  Optional<ScanReply> reply(Ask ask) {
    if (keyed == Keyed.REFUSED && !ask.part().isWhole()) {
      return Optional.empty();
    }
    var counted = keyed.counted(inOrder(), ask.part());
    var rows = new ArrayList<>(keyed.shown(counted, ask.part()));
    if (ask.isDescending()) {
      Collections.reverse(rows);
    }
    var take = takeFor(ask);
    var from = paging == Paging.KEPT ? Math.min(ask.skip(), rows.size()) : 0;
    var most = paging == Paging.IGNORED ? Integer.MAX_VALUE : Math.min(take, cap);
    var to = (int) Math.min(rows.size(), (long) from + most);
    return Optional.of(table.shown(ask, take, rows.subList(from, to), said(counted.size())));
  }

  private int takeFor(Ask ask) {
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
    return "%s, cap %d, total %s, paging %s, heavy %d, keyed %s"
        .formatted(order, cap, total, paging, heavy, keyed);
  }
}
