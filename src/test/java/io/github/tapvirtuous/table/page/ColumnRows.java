package io.github.tapvirtuous.table.page;

import static io.github.tapvirtuous.table.page.Markdown.code;

import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.FieldType;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableSchema;
import java.util.List;
import java.util.Locale;

/** The columns of a table as a table of Markdown. */
record ColumnRows(Table table, TableFacts facts) {
  private static final List<String> HEAD =
      List.of("Column", "Type", "Key", "Zone", "From", "Refers to");

  @Override
  public String toString() {
    return Markdown.table(
        HEAD, TableSchema.known(table).columns().stream().map(this::row).toList());
  }

  private List<String> row(Column column) {
    return List.of(
        code(column.name()),
        column.type().name().toLowerCase(Locale.ROOT),
        role(column.name()),
        zone(column),
        table.isValueArray() ? "list" : facts.source(column.name()),
        target(column));
  }

  private String role(String column) {
    if (column.equals(table.key())) {
      return "primary";
    }
    if (table.replicationKey().filter(column::equals).isPresent()) {
      return "replication";
    }
    return table.indexes().contains(column) ? "index" : "";
  }

  private static String zone(Column column) {
    if (column.type() != FieldType.TIMESTAMP) {
      return "";
    }
    return column.isLocalTime() ? "local" : "UTC";
  }

  private String target(Column column) {
    return Reference.of(table).stream()
        .filter(reference -> reference.column().equals(column))
        .map(reference -> Markdown.link(reference.to().name()))
        .findFirst()
        .orElse("");
  }
}
