package io.github.tapvirtuous.testing.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Whether rows are valid under every draft of JSON Schema that a target may hold them against. */
final class RecordValidity {
  private static final SchemaRegistryConfig STRICT =
      SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();

  private final List<Schema> schemas;

  RecordValidity(JsonNode schema) {
    this.schemas =
        Stream.of(Dialects.getDraft4(), Dialects.getDraft7(), Dialects.getDraft202012())
            .map(dialect -> schema(dialect, schema))
            .toList();
  }

  private static Schema schema(Dialect dialect, JsonNode schema) {
    return SchemaRegistry.withDefaultDialect(
            dialect, builder -> builder.schemaRegistryConfig(STRICT))
        .getSchema(schema);
  }

  void check(JsonNode row) {
    for (var schema : schemas) {
      assertThat(schema.validate(row)).as("REC-2, SCH-12: " + row).isEmpty();
    }
  }
}
