package io.github.tapvirtuous.table.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code mvn test -Dtest=TablePagesTest -Dgolden.update} writes the pages; then read the diff. */
final class TablePagesTest {
  private static final Path FOLDER = Path.of("docs", "tables");
  private static final String INDEX = "README.md";
  private static final String TABLES = "tables";
  private static final String DIAGRAM = "diagram";
  private static final String TYPES = "types";

  static List<Table> tables() {
    return TableMap.all();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void a_page_shows_what_is_known_of_a_table(Table table) throws IOException {
    var text = TablePage.of(table).text();

    Expectation.matches(FOLDER.resolve(table.name() + ".md"), text);
  }

  @Test
  void the_index_shows_all_tables_and_how_they_refer_to_each_other() throws IOException {
    var rows = TableMap.all().stream().map(TablePagesTest::row).toList();
    var list = Markdown.table(List.of("Table", "Key", "A row"), rows);
    var diagram = "```mermaid\n" + Diagram.text() + "```\n";

    expectInTheIndex(TABLES, list);
    expectInTheIndex(DIAGRAM, diagram);
  }

  @Test
  void the_index_shows_what_the_types_are_elsewhere() throws IOException {
    var types = new TypeRows(PostgresTypes.read()).toString();

    expectInTheIndex(TYPES, types);
  }

  @Test
  void no_page_is_left_of_a_table_that_is_gone() throws IOException {
    var expected = Stream.concat(Stream.of(INDEX), TableMap.names().stream().map(n -> n + ".md"));
    try (var pages = Files.list(FOLDER)) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(expected.toList());
    }
  }

  private static List<String> row(Table table) {
    return List.of(
        Markdown.link(table.name()), Markdown.code(table.key()), TableFacts.of(table).row());
  }

  /** Between two marks of a name. */
  private static void expectInTheIndex(String name, String text) throws IOException {
    var index = FOLDER.resolve(INDEX);
    var page = Files.readString(index);
    var start = "<!-- " + name + " -->\n";
    var end = "<!-- /" + name + " -->";
    assertThat(page).contains(start, end);

    var before = page.substring(0, page.indexOf(start) + start.length());
    Expectation.matches(index, before + text + page.substring(page.indexOf(end)));
  }
}
