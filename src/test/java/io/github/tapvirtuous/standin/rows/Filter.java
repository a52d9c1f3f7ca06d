package io.github.tapvirtuous.standin.rows;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which rows a query asks for.
 *
 * @param name the same for the same rows, so that they need not be looked for with each page
 * @param groups a row has to meet all conditions of one group; without groups every row does
 * @param countsAll whether the total is that of the whole table, whatever is asked for
 */
public record Filter(String name, List<List<Condition>> groups, boolean countsAll) {
  public static final Filter NONE = new Filter("", List.of(), false);

  /** A question to a row. */
  public interface Condition {
    boolean holds(long key, RowFacts facts);
  }

  /** The question whether a row's key is one from {@code low} to below {@code high}. */
  public record Keys(long low, long high) implements Condition {
    @Override
    public boolean holds(long key, RowFacts facts) {
      return key >= low && key < high;
    }
  }

  public Filter {
    groups = List.copyOf(groups);
  }

  boolean acceptsAll() {
    return groups.isEmpty();
  }

  /** The only keys that may be accepted, if each group says some. */
  Optional<List<Keys>> onlyKeys() {
    var said = groups.stream().flatMap(group -> group.stream().flatMap(Filter::keys).limit(1));
    var keys = said.toList();
    return keys.isEmpty() || keys.size() < groups.size() ? Optional.empty() : Optional.of(keys);
  }

  /** What it asks for, if that is a range of keys and nothing else. */
  Optional<Keys> onlyRange() {
    return groups.size() == 1 && groups.get(0).size() == 1
        ? keys(groups.get(0).get(0)).findFirst()
        : Optional.empty();
  }

  private static Stream<Keys> keys(Condition condition) {
    return condition instanceof Keys keys ? Stream.of(keys) : Stream.empty();
  }

  boolean accepts(long key, RowFacts facts) {
    for (var group : groups) {
      if (meets(group, key, facts)) {
        return true;
      }
    }
    return acceptsAll();
  }

  private static boolean meets(List<Condition> group, long key, RowFacts facts) {
    for (var condition : group) {
      if (!condition.holds(key, facts)) {
        return false;
      }
    }
    return true;
  }
}
