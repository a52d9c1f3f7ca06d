package io.github.tapvirtuous.table;

import io.github.tapvirtuous.error.ForeignText;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The names that every warehouse can keep apart; of the others, each is warned of once. */
final class ColumnNames {
  private static final Logger LOG = LoggerFactory.getLogger(ColumnNames.class);
  private static final int LONGEST = 63; // bytes, in PostgreSQL

  private final String table;
  private final Map<String, String> admitted = new HashMap<>(); // by lower case
  private final Map<String, Boolean> judged = new HashMap<>();

  ColumnNames(String table, Collection<String> known) {
    this.table = table;
    known.forEach(name -> admitted.put(name.toLowerCase(Locale.ROOT), name));
  }

  /** Whether a name may become a column; it keeps out those that differ from it only in case. */
  boolean admit(String name) {
    return judged.computeIfAbsent(name, this::isFit);
  }

  private boolean isFit(String name) {
    var problem = problem(name);
    if (!problem.isEmpty()) {
      LOG.warn("{}: the field \"{}\" is left out: {}.", table, ForeignText.name(name), problem);
    }
    return problem.isEmpty();
  }

  private String problem(String name) {
    if (name.isEmpty()) {
      return "its name is empty";
    }
    if (name.codePoints().anyMatch(ForeignText::isUnfitForName)) {
      return "a quote, a control character or half a character in a name breaks targets";
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      return "names longer than " + LONGEST + " bytes break targets";
    }
    var first = admitted.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
    return first == null || first.equals(name)
        ? ""
        : "it differs from \"" + first + "\" in nothing but case";
  }
}
