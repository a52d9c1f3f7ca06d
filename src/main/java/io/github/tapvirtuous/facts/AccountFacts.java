package io.github.tapvirtuous.facts;

import io.github.tapvirtuous.error.TapException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was found out about an account.
 *
 * @param failure what makes the probe fail; a closed table does not
 * @param tables in the order of the config, but for those that were not looked at
 * @param notLookedAt their names
 * @param whyNot why they were not looked at; {@code ""} if all were
 * @param requests that it took in all
 * @param quotaSteps how often what is left of the quota sank from one request to the next, by how
 *     much it sank: less than zero where it rose. Empty where replies do not tell
 */
public record AccountFacts(
    Optional<TapException> failure,
    List<TableFacts> tables,
    List<String> notLookedAt,
    String whyNot,
    long requests,
    SortedMap<Long, Integer> quotaSteps) {
  public AccountFacts {
    tables = List.copyOf(tables);
    notLookedAt = List.copyOf(notLookedAt);
    quotaSteps = Collections.unmodifiableSortedMap(new TreeMap<>(quotaSteps));
  }

  /** What does not hold here of all that is taken for granted, by table. */
  public Map<String, List<TableFacts.Assumption>> contradicted() {
    return tables.stream()
        .filter(each -> !each.contradicted().isEmpty())
        .collect(
            Collectors.toMap(
                TableFacts::table,
                TableFacts::contradicted,
                (one, other) -> one,
                LinkedHashMap::new));
  }
}
