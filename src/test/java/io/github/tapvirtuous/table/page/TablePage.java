package io.github.tapvirtuous.table.page;

import static io.github.tapvirtuous.table.page.Markdown.code;
import static io.github.tapvirtuous.table.page.Markdown.codes;
import static io.github.tapvirtuous.table.page.Markdown.link;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import io.github.tapvirtuous.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The page of one table, in Markdown. */
record TablePage(Table table, TableFacts facts, ColumnRows columns) {
  static TablePage of(Table table) {
    var facts = TableFacts.of(table);
    return new TablePage(table, facts, new ColumnRows(table, facts));
  }

  String text() {
    return """
        # %s

        %s

        %s
        ## Columns

        %s
        What the words mean, and which columns may come besides: [how to read a page](README.md#how-to-read-a-page).

        <!-- Written by -Dtest=TablePagesTest -Dgolden.update. -->
        """
        .formatted(table.name(), facts.row(), summary(), columns);
  }

  private String summary() {
    var lines = new ArrayList<String>();
    lines.add("**Call:** " + table.call().method() + " " + code(table.call().path()));
    table.detour().ifPresent(way -> lines.add(called(way)));
    lines.add("**Key:** " + code(table.key()));
    lines.add("**Read:** " + read());
    if (table.hidesArchived()) {
      lines.add("**Archived rows:** [if you ask for them](../faq.md#archived-contacts)");
    }
    lines.add("**Worth an index:** " + codes(table.indexes()));
    lines.add("**Events:** " + codes(table.webhook().events()) + webhooks());
    lines.add("**Referred to by:** " + referrers(Reference.to(table)));
    return lines.stream().map(line -> "* " + line + "\n").collect(joining());
  }

  private static String called(Table.Detour way) {
    return "**Or, if rows come without their key:** GET "
        + code(way.path() + "<" + way.parents().key() + ">")
        + ", [campaign by campaign](../reliability.md#by-campaign)";
  }

  private String read() {
    return table
        .replicationKey()
        .map(
            column ->
                "the rows that changed, by "
                    + code(column)
                    + ", [where that is proven](../incremental.md); else whole")
        .orElseGet(() -> "whole in every run, since no column says when a row changed" + newRows());
  }

  private String newRows() {
    return table.isQueried() ? "; or only [new rows](../incremental.md#new-rows) in between" : "";
  }

  private String webhooks() {
    return table.hasEvents() ? ", by [webhooks](../webhooks.md)" : "";
  }

  private static String referrers(List<Reference> references) {
    var tables =
        references.stream()
            .collect(
                groupingBy(
                    reference -> reference.column().name(),
                    LinkedHashMap::new,
                    mapping(reference -> link(reference.table().name()), joining(", "))));
    return tables.isEmpty()
        ? "none"
        : tables.entrySet().stream()
            .map(each -> code(each.getKey()) + " of " + each.getValue())
            .collect(joining("; "));
  }
}
