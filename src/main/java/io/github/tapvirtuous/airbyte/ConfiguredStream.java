package io.github.tapvirtuous.airbyte;

import io.github.tapvirtuous.airbyte.line.DeletedRow;
import io.github.tapvirtuous.airbyte.line.Generation;
import io.github.tapvirtuous.airbyte.line.StreamState;
import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.sync.SelectedStream;
import io.github.tapvirtuous.sync.SelectedStream.Advice;
import io.github.tapvirtuous.sync.StreamProgress;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.JsonSchemas;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.table.TableSchema;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * One element of a configured catalog's {@code streams}. Its schema, not ours, is the contract.
 *
 * @param json {@code {"stream":{"name":"gifts","json_schema":{…}},"sync_mode":"incremental",…}}
 */
record ConfiguredStream(String name, JsonNode json) {
  private static final Logger LOG = LoggerFactory.getLogger(ConfiguredStream.class);
  private static final Advice REFRESH =
      new Advice("Refresh the source's schema", "Refresh the source's schema, and the data");

  static ConfiguredStream of(JsonNode json) {
    return new ConfiguredStream(json.path("stream").path("name").asString(""), json);
  }

  /** Platforms ask for it whatever the catalog offers. */
  boolean isIncremental() {
    return json.path("sync_mode").asString("").equals("incremental");
  }

  private boolean isFullRefresh() {
    return json.path("sync_mode").asString("").equals("full_refresh");
  }

  Generation generation() {
    return Generation.of(json);
  }

  /**
   * Whether its read goes on from a state. A full refresh goes on from its own attempts alone: what
   * others have brought may be thrown away.
   */
  boolean continues(StreamState state) {
    return isFullRefresh() ? generation().isOf(state) : generation().continues(state);
  }

  /**
   * The key of the last row that an attempt of this very sync has brought, if it goes on there. A
   * table with a detour may stand at the key of a parent instead.
   */
  OptionalLong goesOnAt(StreamState state) {
    var isOfRow = TableMap.named(name).filter(table -> table.detour().isEmpty()).isPresent();
    return isOfRow && isFullRefresh() && generation().isOf(state)
        ? StreamProgress.of(state.checkpoint())
            .filter(known -> known.status() == StreamProgress.Status.INTERRUPTED)
            .map(StreamProgress::lastKey)
            .orElse(OptionalLong.empty())
        : OptionalLong.empty();
  }

  /** Whether an attempt of this very sync has brought all: once more, rows would come twice. */
  boolean isDone(StreamState state) {
    return isFullRefresh()
        && generation().sync().isPresent()
        && generation().isOf(state)
        && StreamProgress.of(state.checkpoint())
            .filter(known -> known.status() == StreamProgress.Status.COMPLETE)
            .isPresent();
  }

  /**
   * What is read for it.
   *
   * @param withEvents whether there are events that may tell of its rows
   * @throws ConfigException when it cannot be read as it is configured
   */
  SelectedStream selected(boolean withEvents) {
    var table = TableMap.named(name).orElseThrow(this::unknown);
    var takesEvents = withEvents && table.hasEvents() && isIncremental();
    var given = given(table);
    if (takesEvents && !has(given, DeletedRow.SINCE)) {
      throw new ConfigException(
          name + ": its schema has no column for the deletes that webhooks tell of.",
          "Refresh the source's schema: it was read before \"webhook.inbox\" was set.");
    }
    var schema = replicated(without(given, DeletedRow.SINCE), table);
    return new SelectedStream(name, table, schema, deselected(table, schema), REFRESH, takesEvents);
  }

  private TableSchema given(Table table) {
    return JsonSchemas.fromJson(json.path("stream").path("json_schema"), table.key())
        .filter(schema -> has(schema, table.key()))
        .orElseThrow(
            () ->
                new ConfigException(
                    name + ": its schema in the catalog lacks the key \"" + table.key() + "\".",
                    "Refresh the source's schema, and keep that column."));
  }

  private TableSchema replicated(TableSchema schema, Table table) {
    if (!isIncremental()) {
      return schema;
    }
    var incremental = schema.incremental(table);
    if (!incremental.isIncremental()) {
      LOG.info("{}: read whole, as it has no modified date to read it by.", name);
    }
    return incremental;
  }

  /** A column that is known and yet not in the schema was in the one that discovery showed. */
  private static Set<String> deselected(Table table, TableSchema schema) {
    return TableSchema.known(table).columns().stream()
        .map(Column::name)
        .filter(column -> !has(schema, column))
        .collect(Collectors.toSet());
  }

  private static TableSchema without(TableSchema schema, String column) {
    var others = schema.columns().stream().filter(each -> !each.name().equals(column)).toList();
    return new TableSchema(others, schema.key());
  }

  private static boolean has(TableSchema schema, String column) {
    return schema.columns().stream().anyMatch(each -> each.name().equals(column));
  }

  private ConfigException unknown() {
    return new ConfigException(
        "The catalog has a stream \"" + name + "\", a table that is not supported.",
        "Remove it, or choose from: " + String.join(", ", TableMap.names()) + ".");
  }

  /** The column by which a destination orders the versions of a row, if it can. */
  Optional<String> cursor() {
    return TableMap.named(name).flatMap(Table::replicationKey).filter(this::shows);
  }

  private boolean shows(String column) {
    return json.path("stream").path("json_schema").path("properties").has(column);
  }
}
