package io.github.tapvirtuous.facts;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was found out about a table.
 *
 * @param failure why its rows could not be looked at; {@code ""} if they could
 * @param requests that it took
 * @param conditions each of the kinds, unless its rows could not be looked at
 */
public record TableFacts(
    String table,
    String failure,
    long requests,
    Optional<PageFacts> page,
    Map<Kind, ConditionFacts> conditions) {

  /** The conditions that there are a use for. */
  public enum Kind {
    MODIFIED_SINCE,
    KEY_FROM,
    KEYS_IN
  }

  /** What {@code docs/reliability.md} takes for granted. */
  public enum Assumption {
    /** Each row has its key. */
    KEY,
    /** Rows come in the order of their keys, if that is asked for. */
    ORDER_BY_KEY,
    /** A thousand rows can be asked for at a time. */
    TAKE_1000,
    /** A reply says how many rows there are. */
    TOTAL,
    /** A condition that a table offers means what it says. */
    CONDITIONS
  }

  public TableFacts {
    var ordered = new EnumMap<Kind, ConditionFacts>(Kind.class);
    ordered.putAll(conditions);
    conditions = Collections.unmodifiableMap(ordered);
  }

  /** The assumptions that do not hold here. */
  public List<Assumption> contradicted() {
    var ofPage =
        page.stream()
            .flatMap(
                facts ->
                    Stream.of(
                        contradicted(facts.keyed(), Assumption.KEY),
                        contradicted(facts.ordered(), Assumption.ORDER_BY_KEY),
                        contradicted(facts.served(), Assumption.TAKE_1000),
                        contradicted(facts.counted(), Assumption.TOTAL)));
    var ofConditions =
        Stream.of(Assumption.CONDITIONS)
            .filter(any -> conditions.values().stream().anyMatch(ConditionFacts::isContradicted));
    return Stream.concat(ofPage.flatMap(Optional::stream), ofConditions).toList();
  }

  private static Optional<Assumption> contradicted(Fact fact, Assumption assumption) {
    return Optional.of(assumption).filter(each -> fact == Fact.NO);
  }
}
