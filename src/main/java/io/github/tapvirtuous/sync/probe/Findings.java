package io.github.tapvirtuous.sync.probe;

import io.github.tapvirtuous.facts.ConditionFacts;
import io.github.tapvirtuous.facts.ConditionFacts.Finding;
import io.github.tapvirtuous.facts.ConditionFacts.Shown;
import io.github.tapvirtuous.sync.proof.Verdict;
import io.github.tapvirtuous.sync.query.Chosen;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the proofs of one condition showed so far. */
final class Findings {
  private final Map<String, Finding> proofs = new LinkedHashMap<>();

  void add(String proof, Verdict verdict) {
    proofs.put(proof, new Finding(shown(verdict.kind()), verdict.why()));
  }

  private static Shown shown(Verdict.Kind kind) {
    return switch (kind) {
      case PROVEN -> Shown.PROVEN;
      case OPEN -> Shown.OPEN;
      case DISPROVEN -> Shown.DISPROVEN;
    };
  }

  /** Whether it is of no use to ask on. */
  boolean isDisproven() {
    return proofs.values().stream().anyMatch(each -> each.shown() == Shown.DISPROVEN);
  }

  /** Whether the proof that comes last was tried, or is not needed any more. */
  boolean isEnough(String last) {
    return isDisproven() || proofs.containsKey(last);
  }

  ConditionFacts facts(Optional<? extends Chosen> condition) {
    return new ConditionFacts(condition.map(Chosen::inWords).orElse(""), proofs);
  }
}
