package io.github.tapvirtuous.airbyte;

import io.github.tapvirtuous.airbyte.line.DeletedRow;
import io.github.tapvirtuous.sync.DiscoveredTable;
import io.github.tapvirtuous.sync.SelectedStream;
import io.github.tapvirtuous.table.JsonSchemas;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The streams that discovery found, as one message. */
public final class AirbyteCatalog {
  private static final Logger LOG = LoggerFactory.getLogger(AirbyteCatalog.class);
  private static final String DRAFT = "http://json-schema.org/draft-07/schema#";

  private AirbyteCatalog() {}

  /**
   * Warns of tables whose rows nobody saw.
   *
   * @param withEvents whether there are events, which tell of rows that are gone
   */
  public static ObjectNode message(List<DiscoveredTable> found, boolean withEvents) {
    var message = JsonNodeFactory.instance.objectNode().put("type", "CATALOG");
    var streams = message.putObject("catalog").putArray("streams");
    for (var table : found) {
      if (table.hasFailed()) {
        LOG.warn("{} The catalog shows its built-in schema.", table.message());
      }
      streams.add(stream(table.stream(), withEvents && table.stream().table().hasEvents()));
    }
    return message;
  }

  private static ObjectNode stream(SelectedStream stream, boolean hasDeletes) {
    var json = JsonNodeFactory.instance.objectNode().put("name", stream.stream());
    json.set("json_schema", schema(stream, hasDeletes));
    var modes = json.putArray("supported_sync_modes").add("full_refresh");
    json.put("source_defined_cursor", true);
    stream
        .schema()
        .replicationKey()
        .ifPresent(
            cursor -> {
              modes.add("incremental");
              json.putArray("default_cursor_field").add(cursor);
            });
    json.putArray("source_defined_primary_key").addArray().add(stream.schema().key());
    return json.put("is_resumable", true);
  }

  private static ObjectNode schema(SelectedStream stream, boolean hasDeletes) {
    var json = JsonNodeFactory.instance.objectNode().put("$schema", DRAFT);
    json.setAll(JsonSchemas.toJson(stream.schema()));
    json.put("additionalProperties", true);
    var properties = json.withObjectProperty("properties");
    if (hasDeletes) {
      var since = properties.putObject(DeletedRow.SINCE);
      since.putArray("type").add("null").add("string");
      since.put("format", "date-time");
    }
    for (var property : properties) {
      addType((ObjectNode) property);
    }
    return json;
  }

  /** Every time leaves in UTC, or as if it were. */
  private static void addType(ObjectNode property) {
    if (property.path("format").asString("").equals("date-time")) {
      property.put("airbyte_type", "timestamp_with_timezone");
    }
  }
}
