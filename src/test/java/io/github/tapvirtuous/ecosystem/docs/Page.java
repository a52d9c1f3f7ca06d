package io.github.tapvirtuous.ecosystem.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The blocks of code of a page of the docs. */
final class Page {
  private static final String NEXT_HEADING = "(?m)^#{2,} ";

  private Page() {}

  /** Those in a language, below a heading and above the next. */
  static List<String> blocks(Path page, String heading, String language) throws IOException {
    var text = Files.readString(page);
    var below = text.substring(text.indexOf(heading + "\n") + heading.length());
    var section = Pattern.compile(NEXT_HEADING).split(below, 2)[0];
    return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
        .matcher(section)
        .results()
        .map(block -> block.group(1))
        .toList();
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
        Optional.ofNullable(System.getenv("ECOSYSTEM_POSTGRES_PORT")).orElseThrow(),
        "loader",
        "tap",
        "warehouse",
        "postgres",
        "\"virtuous\"",
        '"' + schema + '"',
        "virtuous.gifts",
        schema + ".gifts");
  }
}
