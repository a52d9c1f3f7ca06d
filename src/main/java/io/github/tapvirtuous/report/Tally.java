package io.github.tapvirtuous.report;

import io.github.tapvirtuous.error.ForeignText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Counts by name: bounded, however many names a source invents. */
final class Tally {
  private static final int NAMES = 50;
  private static final String OTHERS = "others";

  private final Map<String, Long> counts = new LinkedHashMap<>();

  /** Returns the name, fit for a log line, if it is a new one. */
  Optional<String> add(String name, long count) {
    var shown = shown(name);
    var isNew = !counts.containsKey(shown);
    counts.merge(shown, count, Long::sum);
    return isNew ? Optional.of(shown) : Optional.empty();
  }

  private String shown(String name) {
    var fit = ForeignText.name(name);
    return counts.containsKey(fit) || counts.size() < NAMES ? fit : OTHERS;
  }

  /** By name, in the order in which they were met. */
  Map<String, Long> counts() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(counts));
  }
}
