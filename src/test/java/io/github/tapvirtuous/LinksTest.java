package io.github.tapvirtuous;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every link of a page leads to a file that is there, and to a heading in it. */
final class LinksTest {
  private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```|`[^`\n]+`");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```.*?^ *```$");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final Pattern NAMED =
      Pattern.compile("(?<![\\w/-])docs/[\\w/-]+\\.(?:md|ya?ml|Dockerfile)");
  private static final Pattern TEXT =
      Pattern.compile(".*\\.(java|sh|py|md|ya?ml|json|xml|toml)|[^.]*(Makefile|file|tap-virtuous)");
  private static final List<Path> SOURCES =
      Stream.of(
              "README.md",
              "CONTRIBUTING.md",
              "CHANGELOG.md",
              "Makefile",
              "Dockerfile",
              "bin",
              "docs",
              "meltano",
              "src")
          .map(Path::of)
          .toList();

  private static List<Path> files() throws IOException {
    var found = Stream.<Path>builder();
    for (var source : SOURCES) {
      try (var below = Files.walk(source)) {
        below
            .filter(Files::isRegularFile)
            .filter(file -> TEXT.matcher(file.toString()).matches())
            .forEach(found);
      }
    }
    return found.build().toList();
  }

  private static List<Path> pages() throws IOException {
    return files().stream().filter(file -> file.toString().endsWith(".md")).toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The links of a page that lead nowhere. */
  private static List<String> broken(Path page) {
    return LINK.matcher(CODE.matcher(read(page)).replaceAll(""))
        .results()
        .map(link -> link.group(1))
        .filter(link -> !ELSEWHERE.matcher(link).matches() && !leadsSomewhere(page, link))
        .toList();
  }

  private static boolean leadsSomewhere(Path page, String link) {
    var parts = link.split("#", 2);
    var file =
        parts[0].isEmpty() ? page : page.toAbsolutePath().resolveSibling(parts[0]).normalize();
    return Files.exists(file) && (parts.length == 1 || anchors(read(file)).contains(parts[1]));
  }

  /**
   * As GitHub makes them of headings: small letters, hyphens for spaces, a number if they recur.
   */
  private static Set<String> anchors(String page) {
    var seen = new HashMap<String, Integer>();
    return HEADING
        .matcher(BLOCK.matcher(page).replaceAll(""))
        .results()
        .map(heading -> anchor(heading.group(1)))
        .map(anchor -> numbered(anchor, seen.merge(anchor, 1, Integer::sum)))
        .collect(toSet());
  }

  private static String numbered(String anchor, int times) {
    return times == 1 ? anchor : anchor + "-" + (times - 1);
  }

  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
  }

  @Test
  void every_link_leads_to_a_file_and_a_heading() throws IOException {
    for (var page : pages()) {
      assertThat(broken(page)).as("broken links of " + page).isEmpty();
    }
    assertThat(pages()).hasSizeGreaterThan(30);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nowhere.md", "docs/faq.md#nothing", "#nothing", "docs/README.md#mend-it"})
  void a_link_to_what_is_not_there_is_found(String link) {
    assertThat(leadsSomewhere(Path.of("README.md"), link)).isFalse();
  }

  @Test
  void every_page_that_a_source_names_is_there() throws IOException {
    var named =
        files().stream()
            .flatMap(file -> NAMED.matcher(read(file)).results())
            .map(MatchResult::group)
            .distinct()
            .toList();

    assertThat(named).hasSizeGreaterThan(5).allMatch(name -> Files.exists(Path.of(name)));
  }

  @Test
  void the_index_names_every_page_beside_it() throws IOException {
    var index = read(Path.of("docs", "README.md"));
    try (var pages = Files.list(Path.of("docs"))) {
      assertThat(pages.filter(page -> !page.endsWith("README.md")))
          .allMatch(page -> index.contains("(" + page.getFileName()));
    }
  }

  @Test
  void the_readme_is_short() throws IOException {
    assertThat(Files.size(Path.of("README.md"))).isLessThanOrEqualTo(9 * 1024);
  }
}
