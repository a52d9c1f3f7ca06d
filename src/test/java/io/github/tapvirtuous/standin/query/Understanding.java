package io.github.tapvirtuous.standin.query;

import io.github.tapvirtuous.table.Table;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/** What a stand-in can be asked for, and how it takes it. */
public final class Understanding {
  private final ZoneId zone;
  private final Map<String, Set<Offer>> offers;
  private final Map<String, Set<Misreading>> misreadings = new ConcurrentHashMap<>();
  private final Map<String, ObjectNode> options = new ConcurrentHashMap<>();

  /**
   * Takes nothing amiss, until {@link #misread} says so.
   *
   * @param zone the organization's, in which days are compared
   * @param offers by the name of their table
   */
  public Understanding(ZoneId zone, Map<String, Set<Offer>> offers) {
    this.zone = zone;
    this.offers = Map.copyOf(offers);
  }

  /** From now on; instead of what was misread before. */
  public void misread(String table, Set<Misreading> how) {
    misreadings.put(table, Collections.unmodifiableSet(new TreeSet<>(how)));
  }

  ZoneId zone() {
    return zone;
  }

  Set<Misreading> misreadings(Table table) {
    return misreadings.getOrDefault(table.name(), Set.of());
  }

  boolean offers(Table table, Offer offer) {
    return offers.getOrDefault(table.name(), Set.of()).contains(offer);
  }

  /** The reply of {@code QueryOptions}. */
  ObjectNode options(Table table) {
    return options.computeIfAbsent(
        table.name(), name -> QueryOptions.of(table, offers.getOrDefault(name, Set.of())));
  }

  boolean knows(Table table, String parameter) {
    return options(table)
        .path("options")
        .valueStream()
        .anyMatch(option -> option.path("parameter").asString("").equals(parameter));
  }
}
