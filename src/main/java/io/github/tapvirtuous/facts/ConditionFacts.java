package io.github.tapvirtuous.facts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whether some rows of a table can be asked for instead of all.
 *
 * @param asked how: the parameter and its operator; {@code ""} where the table offers none
 * @param proofs what showed whether that is understood, by the name of the proof
 */
public record ConditionFacts(String asked, Map<String, Finding> proofs) {

  /** What a proof showed. */
  public enum Shown {
    PROVEN,
    OPEN,
    DISPROVEN
  }

  /**
   * How a proof ended.
   *
   * @param why a clause; {@code ""} where it is proven
   */
  public record Finding(Shown shown, String why) {}

  public ConditionFacts {
    proofs = Collections.unmodifiableMap(new LinkedHashMap<>(proofs)); // in the order asked
  }

  /** All proofs together; empty where nothing was offered that could be proven. */
  public Optional<Shown> shown() {
    return proofs.values().stream().map(Finding::shown).max(Shown::compareTo);
  }

  /** The proofs that say why it is not to be relied on. */
  public Map<String, Finding> unproven() {
    var unproven = new LinkedHashMap<>(proofs);
    unproven.values().removeIf(each -> each.shown() == Shown.PROVEN);
    return unproven;
  }

  boolean isContradicted() {
    return shown().filter(Shown.DISPROVEN::equals).isPresent();
  }
}
