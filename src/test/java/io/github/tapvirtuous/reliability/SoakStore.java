package io.github.tapvirtuous.reliability;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.output.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of all cycles, as a target that upserts has it: each row's key, and its last change.
 */
final class SoakStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Where a simulated Virtuous notes the number of a row's change. */
  private static final List<String> NOTED = List.of("modifiedByUser", "name", "batch");

  private static final String NOTE = "Change ";

  private final Map<String, Map<Long, Integer>> rows = new HashMap<>();

  static List<Table> tables() {
    return TableMap.all().stream().filter(table -> !table.isValueArray()).toList();
  }

  void load(Messages output) {
    tables().forEach(table -> rows(table).putAll(changes(table, output.records(table.name()))));
  }

  private Map<Long, Integer> rows(Table table) {
    return rows.computeIfAbsent(table.name(), none -> new HashMap<>());
  }

  /** The last change of each row that is there now. */
  static Map<String, Map<Long, Integer>> truth(StandIn virtuous) {
    return tables().stream()
        .collect(Collectors.toMap(Table::name, table -> truth(table, virtuous)));
  }

  private static Map<Long, Integer> truth(Table table, StandIn virtuous) {
    var rows = virtuous.texts(table.name()).stream().map(text -> JSON.readTree(text));
    return changes(table, rows.toList());
  }

  private static Map<Long, Integer> changes(Table table, List<JsonNode> rows) {
    var changes = new HashMap<Long, Integer>();
    rows.forEach(row -> changes.put(row.path(table.key()).asLong(), change(row)));
    return changes;
  }

  private static int change(JsonNode row) {
    return NOTED.stream()
        .map(field -> row.path(field).asString(""))
        .filter(text -> text.startsWith(NOTE))
        .map(text -> Integer.parseInt(text.substring(NOTE.length())))
        .findFirst()
        .orElse(0);
  }

  Set<Long> keys(Table table) {
    return rows(table).keySet();
  }

  /** Rows that are kept in an older form than this; of tables whose changes show. */
  Set<Long> olderThan(Map<Long, Integer> truth, Table table) {
    var kept = rows(table);
    return table.modifiedField().isEmpty()
        ? Set.of()
        : truth.entrySet().stream()
            .filter(row -> newest(kept, row.getKey()) < row.getValue())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
  }

  private static int newest(Map<Long, Integer> kept, long key) {
    return Optional.ofNullable(kept.get(key)).orElse(0);
  }
}
