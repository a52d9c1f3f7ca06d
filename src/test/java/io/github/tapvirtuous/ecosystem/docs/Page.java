package io.github.tapvirtuous.ecosystem.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The blocks of code of a page of the docs. */
final class Page {
  private static final Pattern HEADING = Pattern.compile("(?m)^(?=#{2,} )");

  /**
   * A block of code.
   *
   * @param heading that it stands below, with its number signs
   */
  record Block(String heading, String code) {}

  private Page() {}

  /** Those in a language. */
  static List<Block> blocks(Path page, String language) throws IOException {
    return HEADING
        .splitAsStream(Files.readString(page))
        .flatMap(section -> blocks(section, language))
        .toList();
  }

  /** Those in a language, below a heading and above the next. */
  static List<String> blocks(Path page, String heading, String language) throws IOException {
    return blocks(page, language).stream()
        .filter(block -> block.heading().equals(heading))
        .map(Block::code)
        .toList();
  }

  private static Stream<Block> blocks(String section, String language) {
    var heading = section.lines().findFirst().orElse("");
    return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
        .matcher(section)
        .results()
        .map(block -> new Block(heading, block.group(1)));
  }

  /** What people put in for their own. */
  static String with(Map<String, String> values, String block) {
    var filled = block;
    for (var value : values.entrySet()) {
      filled = filled.replace(value.getKey(), value.getValue());
    }
    return filled;
  }

  /** The database of the tests in the place of the one that the docs name. */
  static Map<String, String> database(String schema) {
    return Map.of(
        "localhost",
        "127.0.0.1",
        "5432",
        port(),
        "loader",
        "tap",
        "warehouse",
        "postgres",
        "\"virtuous\"",
        '"' + schema + '"',
        "virtuous.gifts",
        schema + ".gifts");
  }

  /** A database of the name that the docs have, on the server of the tests. */
  static Map<String, String> server() {
    return Map.of("localhost", "127.0.0.1", "5432", port(), "loader", "tap");
  }

  private static String port() {
    return Optional.ofNullable(System.getenv("ECOSYSTEM_POSTGRES_PORT")).orElseThrow();
  }
}
