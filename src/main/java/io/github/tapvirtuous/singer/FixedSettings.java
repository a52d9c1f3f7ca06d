package io.github.tapvirtuous.singer;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.table.Table;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The settings of a catalog entry that only repeat what this tap does. Another value is refused:
 * its writer would wait for what never comes. Meltano writes each of them twice, as metadata and,
 * underscored, beside it.
 */
final class FixedSettings {
  private static final List<String> KEYS = List.of("key-properties", "table-key-properties");
  private static final List<String> METHODS =
      List.of("replication-method", "forced-replication-method");

  private FixedSettings() {}

  static void check(CatalogEntry entry, Table table) {
    for (var name : KEYS) {
      check(entry, name, value -> isKey(value, table), "[\"" + table.key() + "\"]");
    }
    for (var name : METHODS) {
      check(entry, name, value -> value.asString("").equals("FULL_TABLE"), "\"FULL_TABLE\"");
    }
    check(entry, "replication-key", value -> false, "null");
  }

  private static void check(
      CatalogEntry entry, String name, Predicate<JsonNode> isOurs, String ours) {
    var places =
        Stream.of(entry.metadata().root().path(name), entry.json().path(name.replace('-', '_')));
    if (!places.filter(FixedSettings::saysSomething).allMatch(isOurs)) {
      throw new ConfigException(
          String.format("The catalog changes the %s of stream \"%s\".", name, entry.name()),
          String.format("Set it to %s or remove it: this tap has no other.", ours));
    }
  }

  private static boolean isKey(JsonNode value, Table table) {
    return value.size() == 1 && value.path(0).asString("").equals(table.key());
  }

  private static boolean saysSomething(JsonNode value) {
    return value.isContainer() ? !value.isEmpty() : !value.asString("").isEmpty();
  }
}
