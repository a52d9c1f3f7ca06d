package io.github.tapvirtuous.sync.probe;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** By how much what is left of the quota sank from one request to the next. */
public final class QuotaSteps {
  private final SortedMap<Long, Integer> steps = new TreeMap<>();
  private Optional<Long> before = Optional.empty();

  /** A request has ended. */
  public void ended(Optional<Long> left) {
    left.ifPresent(now -> before.ifPresent(then -> steps.merge(then - now, 1, Integer::sum)));
    before = left;
  }

  /** How often each step came. */
  public SortedMap<Long, Integer> counted() {
    return steps;
  }
}
