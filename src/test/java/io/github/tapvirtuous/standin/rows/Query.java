package io.github.tapvirtuous.standin.rows;

/** What a request asks of a table. */
public record Query(int skip, int take, Order order, Filter filter, boolean includeArchived) {

  /** What rows are sorted by. */
  public enum By {
    KEY,
    MODIFIED,
    /** By nothing that a client could know, but the same each time. */
    CHANCE
  }

  /** The order of rows. */
  public record Order(By by, boolean descending, long seed) {
    static final Order BY_KEY = new Order(By.KEY, false, 0);

    /** Ascending. */
    boolean isByKey() {
      return by == By.KEY && !descending;
    }
  }

  public Query page(int otherSkip, int otherTake) {
    return new Query(otherSkip, otherTake, order, filter, includeArchived);
  }

  public Query ordered(Order other) {
    return new Query(skip, take, other, filter, includeArchived);
  }

  boolean accepts(long key, RowFacts facts) {
    return (includeArchived || !facts.archived()) && filter.accepts(key, facts);
  }
}
