package io.github.tapvirtuous.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Expectation;
import io.github.tapvirtuous.testing.TableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A table is whole: what stands in CONTRIBUTING under "How to add a table" was done. */
final class TableFilesTest {
  private static final Path PAGE = Path.of("docs", "streams.md");
  private static final String HEADING = "## Tables\n\n";

  @Test
  void every_table_has_its_files() {
    assertThat(TableFiles.missing()).isEmpty();
  }

  @Test
  void every_table_is_told_of_in_the_changelog() throws IOException {
    var changelog = Files.readString(Path.of("CHANGELOG.md"));

    assertThat(TableMap.names())
        .as("tables without a line in CHANGELOG.md")
        .filteredOn(table -> !Pattern.compile("\\b" + table + "\\b").matcher(changelog).find())
        .isEmpty();
  }

  @Test
  void the_readme_names_every_table() throws IOException {
    var readme = Files.readString(Path.of("README.md"));
    var section = readme.substring(readme.indexOf(HEADING), readme.indexOf("## Exit codes"));

    assertThat(TableMap.names()).allMatch(table -> section.contains(code(table)));
  }

  @Test
  void the_page_of_streams_shows_the_table_map() throws IOException {
    var page = Files.readString(PAGE);
    var start = page.indexOf(HEADING) + HEADING.length();
    var before = page.substring(0, start);
    var after = page.substring(page.indexOf("\n\n", start));

    var rows = TableMap.all().stream().map(TableFilesTest::row);

    Expectation.matches(
        PAGE, rows.collect(Collectors.joining("\n", before + head(page, start), after)));
  }

  /** The two lines above the rows. */
  private static String head(String page, int start) {
    var end = page.indexOf('\n', page.indexOf('\n', start) + 1) + 1;
    return page.substring(start, end);
  }

  private static String row(Table table) {
    var call = table.call().method() + " " + code(table.call().path());
    var indexes = table.indexes().stream().map(TableFilesTest::code);
    return "| "
        + String.join(" | ", code(table.name()), call, code(table.key()))
        + cell(indexes.toList())
        + cell(table.webhook().events().stream().map(TableFilesTest::inOneWord).toList())
        + " |";
  }

  private static String code(String word) {
    return "`" + word + "`";
  }

  private static String cell(List<String> words) {
    return words.isEmpty() ? " |" : " | " + String.join(", ", words);
  }

  /** {@code create} for {@code contactNoteCreate}. */
  private static String inOneWord(String event) {
    return event.replaceFirst(".*(?=[A-Z])", "").toLowerCase(Locale.ROOT);
  }
}
