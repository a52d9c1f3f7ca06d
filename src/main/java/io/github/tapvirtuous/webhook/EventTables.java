package io.github.tapvirtuous.webhook;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.KeyText;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The tables of whose changes Virtuous tells, by switches with the names of events. */
public final class EventTables {
  /** Those of no table of ours. */
  private static final List<String> OTHER_SWITCHES =
      List.of("formSubmission", "eventCreate", "eventUpdate", "eventDelete");

  private EventTables() {}

  /**
   * All where none are named, each once.
   *
   * @throws ConfigException for one without events
   */
  public static List<Table> named(List<String> names) {
    var known = all().map(Table::name).toList();
    var without = names.stream().filter(name -> !known.contains(name)).toList();
    if (!without.isEmpty()) {
      throw new ConfigException(
          "Virtuous has no webhooks for "
              + without.stream()
                  .map(name -> '"' + KeyText.shown(name) + '"')
                  .collect(Collectors.joining(", "))
              + ".",
          "Tables with webhooks are " + String.join(", ", known) + ".");
    }
    return all().filter(table -> names.isEmpty() || names.contains(table.name())).toList();
  }

  private static Stream<Table> all() {
    return TableMap.all().stream().filter(table -> !table.webhook().events().isEmpty());
  }

  /** Sets every switch that there is. */
  static void put(List<Table> tables, ObjectNode webhook) {
    switches().forEach(each -> webhook.put(each, false));
    tables.stream().flatMap(EventTables::events).forEach(each -> webhook.put(each, true));
  }

  static Stream<String> switches() {
    return Stream.concat(all().flatMap(EventTables::events), OTHER_SWITCHES.stream());
  }

  /** The names of those of which at least one event is among these. */
  static List<String> of(List<String> events) {
    return all()
        .filter(table -> events(table).anyMatch(events::contains))
        .map(Table::name)
        .toList();
  }

  private static Stream<String> events(Table table) {
    return table.webhook().events().stream();
  }
}
