package io.github.tapvirtuous.table.page;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** The few words of Markdown that the pages take. */
final class Markdown {
  private Markdown() {}

  static String code(String word) {
    return "`" + word + "`";
  }

  /** Each word as code, with commas; {@code none} without any. */
  static String codes(Collection<String> words) {
    return words.isEmpty() ? "none" : words.stream().map(Markdown::code).collect(joining(", "));
  }

  static String link(String table) {
    return "[" + code(table) + "](" + table + ".md)";
  }

  static String table(List<String> head, List<List<String>> rows) {
    var rule = Collections.nCopies(head.size(), "---");
    return line(head) + line(rule) + rows.stream().map(Markdown::line).collect(joining());
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.isEmpty() ? " |" : " " + cell + " |")
        .collect(joining("", "|", "\n"));
  }
}
