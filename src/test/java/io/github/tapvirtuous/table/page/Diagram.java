package io.github.tapvirtuous.table.page;

import static java.util.stream.Collectors.joining;

import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import java.util.stream.Stream;

/** All tables, and which refers to which: in Mermaid's words. */
final class Diagram {
  /** Close together, else the words are too small to read where there is little room. */
  private static final String HEAD =
      """
      ---
      config:
        er:
          entityPadding: 8
          nodeSpacing: 20
          rankSpacing: 25
      ---
      erDiagram
          direction LR
      """;

  private Diagram() {}

  static String text() {
    var tables = TableMap.all().stream().map(Diagram::entity);
    var references = Reference.all().map(Diagram::relation);
    // The lines come first, else some lie upon the names of others.
    return Stream.concat(references, tables).collect(joining("", HEAD, ""));
  }

  private static String entity(Table table) {
    return "    " + table.name() + "\n";
  }

  /** A row refers to one at most; how many refer to one is not known. */
  private static String relation(Reference reference) {
    return "    %s |o--o{ %s : %s\n"
        .formatted(reference.to().name(), reference.table().name(), reference.column().name());
  }
}
