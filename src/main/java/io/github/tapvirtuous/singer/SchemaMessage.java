package io.github.tapvirtuous.singer;

import io.github.tapvirtuous.table.JsonSchemas;
import io.github.tapvirtuous.table.TableSchema;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The message that announces the columns of a stream's next rows. */
final class SchemaMessage {
  private SchemaMessage() {}

  static ObjectNode of(String stream, TableSchema schema) {
    var line = JsonNodeFactory.instance.objectNode().put("type", "SCHEMA").put("stream", stream);
    line.set("schema", JsonSchemas.toJson(schema));
    line.putArray("key_properties").add(schema.key());
    schema.replicationKey().ifPresent(key -> line.putArray("bookmark_properties").add(key));
    return line;
  }
}
