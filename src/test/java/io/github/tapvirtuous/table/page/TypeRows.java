package io.github.tapvirtuous.table.page;

import static io.github.tapvirtuous.table.page.Markdown.code;

import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.FieldType;
import io.github.tapvirtuous.table.JsonSchemas;
import io.github.tapvirtuous.table.TableSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the type of a column is elsewhere, as a table of Markdown. */
record TypeRows(PostgresTypes postgres) {
  private static final List<String> HEAD = List.of("Type", "JSON Schema", "PostgreSQL");

  @Override
  public String toString() {
    return Markdown.table(HEAD, Arrays.stream(FieldType.values()).map(this::row).toList());
  }

  private List<String> row(FieldType type) {
    return List.of(type.name().toLowerCase(Locale.ROOT), jsonSchema(type), postgres.of(type));
  }

  /** Of a column that is no key. */
  private static String jsonSchema(FieldType type) {
    var schema = new TableSchema(List.of(new Column("column", type)), "key");
    return code(JsonSchemas.toJson(schema).path("properties").path("column").toString());
  }
}
