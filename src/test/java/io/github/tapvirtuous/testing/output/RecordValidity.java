package io.github.tapvirtuous.testing.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Whether a schema, and rows under it, are valid in every draft that a target may go by. */
final class RecordValidity {
  private static final SchemaRegistryConfig STRICT =
      SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
  private static final List<Draft> DRAFTS =
      Stream.of(Dialects.getDraft4(), Dialects.getDraft7(), Dialects.getDraft202012())
          .map(Draft::of)
          .toList();

  private final List<Schema> schemas;

  /**
   * One edition of JSON Schema.
   *
   * @param meta the schema of its schemas
   */
  private record Draft(SchemaRegistry registry, Schema meta) {
    static Draft of(Dialect dialect) {
      var registry =
          SchemaRegistry.withDefaultDialect(
              dialect, builder -> builder.schemaRegistryConfig(STRICT));
      return new Draft(registry, registry.getSchema(SchemaLocation.of(dialect.getId())));
    }

    Schema schema(JsonNode schema) {
      assertThat(meta.validate(schema)).as("SCH-12: " + schema).isEmpty();
      return registry.getSchema(schema);
    }
  }

  RecordValidity(JsonNode schema) {
    this.schemas = DRAFTS.stream().map(draft -> draft.schema(schema)).toList();
  }

  void check(JsonNode row) {
    for (var schema : schemas) {
      assertThat(schema.validate(row)).as("REC-2, SCH-12: " + row).isEmpty();
    }
  }
}
