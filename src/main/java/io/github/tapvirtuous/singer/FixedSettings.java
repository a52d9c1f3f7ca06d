package io.github.tapvirtuous.singer;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableSchema;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The settings of a catalog entry that only repeat what this tap does, or choose from what it can.
 * Another value is refused: its writer would wait for what never comes. Meltano writes each of them
 * twice, as metadata and, underscored, beside it.
 */
final class FixedSettings {
  private static final Logger LOG = LoggerFactory.getLogger(FixedSettings.class);
  private static final List<String> KEYS = List.of("key-properties", "table-key-properties");
  private static final String METHOD = "replication-method";
  private static final String FORCED_METHOD = "forced-replication-method";
  private static final String FULL_TABLE = "FULL_TABLE";
  private static final String INCREMENTAL = "INCREMENTAL";

  private final CatalogEntry entry;
  private final Table table;

  private FixedSettings(CatalogEntry entry, Table table) {
    this.entry = entry;
    this.table = table;
  }

  /**
   * The schema with what is said of replication: changed rows alone are read where the table can do
   * it, unless the catalog says otherwise.
   *
   * @throws ConfigException for what this tap cannot do
   */
  static TableSchema replicated(TableSchema schema, CatalogEntry entry, Table table) {
    return new FixedSettings(entry, table).replicated(schema);
  }

  private TableSchema replicated(TableSchema schema) {
    check();
    var incremental = schema.incremental(table);
    if (isFullTable(FORCED_METHOD)) {
      mentionForce(incremental);
      return schema;
    }
    return isFullTable(METHOD) ? schema : incremental;
  }

  private void check() {
    KEYS.forEach(name -> check(name, this::isKey, "[\"" + table.key() + "\"]"));
    var key = table.replicationKey();
    check(
        METHOD,
        this::isMethod,
        key.isPresent() ? "\"INCREMENTAL\" or \"FULL_TABLE\"" : "\"FULL_TABLE\"");
    check(FORCED_METHOD, this::isMethod, "\"FULL_TABLE\"");
    check(
        "replication-key",
        value -> key.filter(value.asString("")::equals).isPresent(),
        key.map(name -> "\"" + name + "\"").orElse("null"));
  }

  private boolean isFullTable(String setting) {
    return places(setting).anyMatch(FixedSettings::isFullTable);
  }

  /** Older catalogs knew no other way. */
  private void mentionForce(TableSchema incremental) {
    if (incremental.isIncremental()) {
      LOG.info(
          "Stream {}: the catalog forces whole reads; changed rows alone come with one that is made"
              + " anew with --discover.",
          entry.name());
    }
  }

  private static boolean isFullTable(JsonNode value) {
    return value.asString("").equals(FULL_TABLE);
  }

  private boolean isMethod(JsonNode value) {
    return isFullTable(value)
        || (value.asString("").equals(INCREMENTAL) && table.replicationKey().isPresent());
  }

  private void check(String name, Predicate<JsonNode> isOurs, String ours) {
    if (!places(name).allMatch(isOurs)) {
      throw new ConfigException(
          String.format("The catalog changes the %s of stream \"%s\".", name, entry.name()),
          String.format("Set it to %s or remove it: this tap has no other.", ours));
    }
  }

  private Stream<JsonNode> places(String name) {
    return Stream.of(entry.metadata().root().path(name), entry.json().path(name.replace('-', '_')))
        .filter(FixedSettings::saysSomething);
  }

  private boolean isKey(JsonNode value) {
    return value.size() == 1 && value.path(0).asString("").equals(table.key());
  }

  private static boolean saysSomething(JsonNode value) {
    return value.isContainer() ? !value.isEmpty() : !value.asString("").isEmpty();
  }
}
