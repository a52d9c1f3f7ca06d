package io.github.tapvirtuous.sync.detour;

import java.util.HashSet;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** The rows of another table, below which rows are read: each once, in the order of their keys. */
public final class Parents {
  private final long first;
  private final Set<Long> known = new HashSet<>();
  private final NavigableSet<Long> waiting = new TreeSet<>();
  private final Set<Long> missing = new HashSet<>();

  /**
   * Knows none yet.
   *
   * @param first those before it are behind
   */
  public Parents(long first) {
    this.first = first;
  }

  /**
   * All of them, as they are now. Those that are new wait for their turn; of one that leads nowhere
   * it is a good reason to be here no more.
   */
  public void list(Set<Long> keys) {
    missing.retainAll(keys);
    keys.stream().filter(key -> key >= first && known.add(key)).forEach(waiting::add);
  }

  /** The one whose turn it is; empty while all that are known have had theirs. */
  public OptionalLong next() {
    var next = waiting.pollFirst();
    return next == null ? OptionalLong.empty() : OptionalLong.of(next);
  }

  /** Whether any waits. */
  public boolean isAnyLeft() {
    return !waiting.isEmpty();
  }

  /** How many have been listed, without those behind. */
  public int count() {
    return known.size();
  }

  /** Virtuous says that there is no such one. */
  public void isMissing(long parent) {
    missing.add(parent);
  }

  /** How many are missing, though they have been listed again since. */
  public int contradictions() {
    return missing.size();
  }
}
