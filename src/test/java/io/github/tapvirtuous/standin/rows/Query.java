package io.github.tapvirtuous.standin.rows;

import java.util.List;

/**
 * What a request asks of a table.
 *
 * @param groups a row has to meet all conditions of one group; without groups every row does
 */
public record Query(
    int skip, int take, Order order, List<List<Condition>> groups, boolean includeArchived) {

  /** A question to a row. */
  public interface Condition {
    boolean holds(long key, RowFacts facts);
  }

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
  }

  public Query {
    groups = List.copyOf(groups);
  }

  public Query page(int otherSkip, int otherTake) {
    return new Query(otherSkip, otherTake, order, groups, includeArchived);
  }

  public Query ordered(Order other) {
    return new Query(skip, take, other, groups, includeArchived);
  }

  boolean accepts(long key, RowFacts facts) {
    if (facts.archived() && !includeArchived) {
      return false;
    }
    return groups.isEmpty() || groups.stream().anyMatch(group -> meets(group, key, facts));
  }

  private static boolean meets(List<Condition> group, long key, RowFacts facts) {
    return group.stream().allMatch(condition -> condition.holds(key, facts));
  }
}
