package io.github.tapvirtuous.singer;

import io.github.tapvirtuous.sync.SelectedStream;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.JsonSchemas;
import io.github.tapvirtuous.table.TableSchema;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One stream as the catalog of a discovery shows it. */
final class DiscoveredStream {
  private static final String FULL_TABLE = "FULL_TABLE";
  private static final String INCREMENTAL = "INCREMENTAL";

  private DiscoveredStream() {}

  static ObjectNode toJson(SelectedStream stream) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("tap_stream_id", stream.table().name());
    json.put("stream", stream.stream());
    json.put("replication_method", stream.schema().isIncremental() ? INCREMENTAL : FULL_TABLE);
    stream.schema().replicationKey().ifPresent(key -> json.put("replication_key", key));
    json.putArray("key_properties").add(stream.schema().key());
    json.set("schema", JsonSchemas.toJson(stream.schema()));
    addMetadata(json.putArray("metadata"), stream);
    return json;
  }

  private static void addMetadata(ArrayNode list, SelectedStream stream) {
    describe(list, stream);
    for (var column : stream.schema().columns()) {
      describe(list, column, stream.schema().isAutomatic(column));
    }
  }

  private static void describe(ArrayNode list, SelectedStream stream) {
    var entry = list.addObject();
    entry.putArray("breadcrumb");
    var metadata = entry.putObject("metadata").put("inclusion", "available");
    metadata.put("selected-by-default", true);
    addReplication(metadata, stream.schema());
    metadata.putArray("table-key-properties").add(stream.schema().key());
    addIndexes(metadata, stream);
  }

  /** Whoever may choose is told from what; else there is no choice. */
  private static void addReplication(ObjectNode metadata, TableSchema schema) {
    if (schema.isIncremental()) {
      metadata.put("replication-method", INCREMENTAL);
      schema.replicationKey().ifPresent(metadata.putArray("valid-replication-keys")::add);
    } else {
      metadata.put("forced-replication-method", FULL_TABLE);
    }
  }

  /** Columns worth an index in a warehouse, for those who can make one. */
  private static void addIndexes(ObjectNode metadata, SelectedStream stream) {
    var columns = stream.schema().columns().stream().map(Column::name).toList();
    var indexes = stream.table().indexes().stream().filter(columns::contains).toList();
    if (!indexes.isEmpty()) {
      indexes.forEach(metadata.putArray("tap-virtuous.indexes")::add);
    }
  }

  private static void describe(ArrayNode list, Column column, boolean isAutomatic) {
    var entry = list.addObject();
    entry.putArray("breadcrumb").add("properties").add(column.name());
    var metadata =
        entry.putObject("metadata").put("inclusion", isAutomatic ? "automatic" : "available");
    metadata.put("selected-by-default", true);
    if (column.isLocalTime()) {
      metadata.put("tap-virtuous.time", "local");
    }
  }
}
