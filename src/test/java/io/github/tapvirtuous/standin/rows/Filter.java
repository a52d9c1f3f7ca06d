package io.github.tapvirtuous.standin.rows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /** The question whether a row is this one. */
  public record HasKey(long wanted) implements Condition {
    @Override
    public boolean holds(long key, RowFacts facts) {
      return key == wanted;
    }
  }

  public Filter {
    groups = List.copyOf(groups);
  }

  boolean acceptsAll() {
    return groups.isEmpty();
  }

  /** The only keys that may be accepted, if each group names one: many keys cost many groups. */
  Optional<Set<Long>> onlyKeys() {
    var named = groups.stream().flatMap(group -> group.stream().flatMap(Filter::key).limit(1));
    var keys = named.toList();
    return keys.isEmpty() || keys.size() < groups.size()
        ? Optional.empty()
        : Optional.of(Set.copyOf(keys));
  }

  private static Stream<Long> key(Condition condition) {
    return condition instanceof HasKey key ? Stream.of(key.wanted()) : Stream.empty();
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
