package io.github.tapvirtuous;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.testing.SourceTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the docs quote, the tap says: in tables of messages, and in lines of a log. A quote is cut
 * at what differs from run to run ({@code …}, numbers, names in quotes, outcomes) and at
 * punctuation; of two words or more, each part has to be a text of the source.
 */
final class QuotedMessagesTest {
  private static final Pattern TABLE = Pattern.compile("\\| Message \\|.*\n\\|.*\n((?:\\|.*\n)+)");
  private static final Pattern FIRST_CELL = Pattern.compile("^\\|([^|]*)\\|");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern LOG_LINE =
      Pattern.compile("(?m)^(?:\\S+Z )?(?:INFO|WARNING|ERROR|CRITICAL) \\w+:?(.*)");
  private static final Pattern CUT =
      Pattern.compile(
          Arrays.stream(Outcome.values())
              .map(Outcome::word)
              .collect(
                  Collectors.joining(
                      "|", "…|\"[^\"]*\"|\\d+|[:.,;](?= |$)|[()]|\\b(?:s|", ")\\b")));

  private static SourceTexts texts = SourceTexts.of(List.of(), "");

  @BeforeAll
  static void readTheSource() throws IOException {
    var sources = new ArrayList<String>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        sources.add(Files.readString(file));
      }
    }
    texts = SourceTexts.of(sources, Files.readString(Path.of("bin/tap-virtuous")));
  }

  private static List<String> quotes(String page) {
    var rows = TABLE.matcher(page).results().flatMap(table -> table.group(1).lines());
    var cells = rows.flatMap(row -> FIRST_CELL.matcher(row).results());
    var codes = cells.flatMap(cell -> CODE.matcher(cell.group(1)).results());
    return Stream.concat(codes, LOG_LINE.matcher(page).results())
        .map(found -> found.group(1))
        .toList();
  }

  /** The parts of a quote that nothing in the source says. */
  private static Set<String> unknown(String quote) {
    return CUT.splitAsStream(quote)
        .map(String::strip)
        .filter(part -> part.contains(" ") && !texts.hold(part))
        .collect(Collectors.toSet());
  }

  private static Stream<Path> pages() throws IOException {
    try (var files = Files.walk(Path.of("docs"))) {
      var docs = files.filter(file -> file.toString().endsWith(".md")).toList();
      return Stream.concat(Stream.of(Path.of("README.md")), docs.stream());
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_message_that_a_page_quotes_is_one_of_the_taps(Path page) throws IOException {
    for (var quote : quotes(Files.readString(page))) {
      assertThat(unknown(quote))
          .as("%s quotes `%s`, but neither src/main/java nor bin/tap-virtuous says", page, quote)
          .isEmpty();
    }
  }

  @Test
  void the_page_of_troubles_quotes_many_and_others_some() throws IOException {
    assertThat(quotes(Files.readString(Path.of("docs", "troubleshooting.md"))))
        .hasSizeGreaterThan(50);
    assertThat(quotes(Files.readString(Path.of("docs", "operations.md")))).isNotEmpty();
    assertThat(quotes(Files.readString(Path.of("docs", "incremental.md")))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no whole answer within 120 s",
        "the quota is used up: all requests sleep … s, until …",
        "The catalogue changes the replication-method of stream \"…\"",
        "… is incomplete: no end before … pages",
      })
  void a_message_that_was_reworded_is_found(String former) {
    assertThat(unknown(former)).hasSize(1);
  }
}
