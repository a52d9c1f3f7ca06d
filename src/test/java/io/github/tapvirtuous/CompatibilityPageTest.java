package io.github.tapvirtuous;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.ecosystem.compatibility.CompatibilityTables;
import io.github.tapvirtuous.ecosystem.compatibility.Pins;
import io.github.tapvirtuous.ecosystem.compatibility.Trials;
import io.github.tapvirtuous.testing.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class CompatibilityPageTest {
  private static final Path PAGE = Path.of("docs", "compatibility.md");

  private static String with(String page, String part, String content) {
    var start = "<!-- " + part + " -->\n";
    var end = "<!-- /" + part + " -->";
    assertThat(page).contains(start, end);
    return page.substring(0, page.indexOf(start) + start.length())
        + content
        + page.substring(page.indexOf(end));
  }

  /** {@code mvn test -Dtest=CompatibilityPageTest -Dgolden.update} writes it; read the diff. */
  @Test
  void shows_the_pinned_versions_and_what_is_tried_with_them() throws IOException {
    var tables = CompatibilityTables.load();
    var page = Files.readString(PAGE);

    Expectation.matches(
        PAGE, with(with(page, "targets", tables.targets()), "others", tables.others()));
  }

  @Test
  void every_environment_of_the_tests_is_on_it() throws IOException {
    var pins = Pins.load();

    assertThat(pins.environments().keySet())
        .hasSizeGreaterThan(5)
        .allMatch(environment -> pins.holdsOne(environment, Trials.programs()));
  }
}
