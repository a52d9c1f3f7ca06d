package io.github.tapvirtuous.ecosystem.page;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The cells of a table in Markdown. */
final class Cells {
  private Cells() {}

  static String line(String first, List<String> others) {
    return Stream.concat(Stream.of(first), others.stream())
        .reduce("|", (line, cell) -> line + " " + cell + " |");
  }

  static String head(String first, List<String> others) {
    return line(first, others) + "\n" + line("---", others.stream().map(each -> "---").toList());
  }

  /** As it would stand in a source file, so that line breaks are seen. */
  static String code(String json) {
    return "`" + json.replace("|", "\\|") + "`";
  }

  static String code(JsonNode value) {
    return value.isNumber() ? code(value.decimalValue().toPlainString()) : code(value.toString());
  }
}
