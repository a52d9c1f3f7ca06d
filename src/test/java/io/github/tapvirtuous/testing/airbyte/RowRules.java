package io.github.tapvirtuous.testing.airbyte;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What the schema of a stream demands of its records. */
final class RowRules {
  static final String DELETED_AT = "_ab_cdc_deleted_at";

  private final Schema schema;
  private final Set<String> columns;
  private final Map<String, Schema> times = new TreeMap<>();

  RowRules(JsonNode jsonSchema) {
    this.schema = Draft7.schema(jsonSchema);
    this.columns = new LinkedHashSet<>(jsonSchema.path("properties").propertyNames());
    for (var column : jsonSchema.path("properties").properties()) {
      if (column.getValue().has("airbyte_type")) {
        var type = column.getValue().path("airbyte_type").stringValue();
        assertThat(Protocol.TIMES).as("a type of Airbyte's").containsKey(type);
        times.put(column.getKey(), Objects.requireNonNull(Protocol.TIMES.get(type)));
      }
    }
  }

  void check(JsonNode record) {
    var row = record.path("data");
    assertThat(row.isEmpty()).as("the platform drops empty data: " + record).isFalse();
    assertThat(schema.validate(row)).as("the stream's schema: " + record).isEmpty();
    checkColumns(row);
    times.forEach((column, type) -> checkTime(row.path(column), type));
    record.at("/meta/changes").forEach(change -> checkChange(change, row));
  }

  private static void checkTime(JsonNode value, Schema type) {
    if (value.isString()) {
      assertThat(type.validate(value)).as("the time that its column names: " + value).isEmpty();
    }
  }

  /** All of them, but for a row that is gone: of that there is little to say. */
  private void checkColumns(JsonNode row) {
    var isGone = row.path(DELETED_AT).isString();
    var named = new LinkedHashSet<>(row.propertyNames());
    assertThat(columns).as("the stream's columns: " + row).containsAll(named);
    named.add(DELETED_AT);
    assertThat(isGone || named.containsAll(columns)).as("every column: " + row).isTrue();
  }

  private static void checkChange(JsonNode change, JsonNode row) {
    var field = change.path("field").stringValue();
    assertThat(row.has(field)).as("a change of a column: " + change).isTrue();
    assertThat(row.path(field).isNull())
        .as("a value is nulled if and only if a change says so: " + change)
        .isEqualTo(change.path("change").stringValue().equals("NULLED"));
  }
}
