package io.github.tapvirtuous.testing.airbyte;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import tools.jackson.databind.JsonNode;

/** The edition of JSON Schema that Airbyte speaks. */
public final class Draft7 {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDialect(
          annotated(),
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  private static final Schema OF_SCHEMAS =
      REGISTRY.getSchema(SchemaLocation.of(Dialects.getDraft7().getId()));

  private Draft7() {}

  /** Words such as {@code airbyte_type} say nothing of validity, and are worth no warning. */
  private static Dialect annotated() {
    return Dialect.builder(Dialects.getDraft7())
        .unknownKeywordFactory((word, context) -> new NonValidationKeyword(word))
        .build();
  }

  /** Fails if it is no schema of this edition. */
  public static Schema schema(JsonNode schema) {
    assertThat(OF_SCHEMAS.validate(schema)).as("a schema of draft-07: " + schema).isEmpty();
    return REGISTRY.getSchema(schema);
  }
}
