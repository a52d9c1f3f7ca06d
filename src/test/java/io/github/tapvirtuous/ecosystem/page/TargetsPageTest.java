package io.github.tapvirtuous.ecosystem.page;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.ecosystem.compatibility.Aspect;
import io.github.tapvirtuous.ecosystem.compatibility.Tried;
import io.github.tapvirtuous.ecosystem.compatibility.With;
import io.github.tapvirtuous.ecosystem.target.DuckDb;
import io.github.tapvirtuous.ecosystem.target.Jsonl;
import io.github.tapvirtuous.ecosystem.target.Postgres;
import io.github.tapvirtuous.ecosystem.target.Target;
import io.github.tapvirtuous.testing.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code make test-ecosystem OPTIONS='-Dtest=TargetsPageTest -Dgolden.update'} writes the page. */
@With({
  "meltanolabs-target-postgres",
  "pipelinewise-target-postgres",
  "target-duckdb",
  "target-jsonl"
})
@Tag("slow")
final class TargetsPageTest {
  private static final Path PAGE = Path.of("docs", "targets.md");
  private static final Path FOUND = Path.of("target", "ecosystem", "targets.md");
  private static final String TRIED = "## What each does in its own way\n";

  private static final List<Target.Maker> TARGETS =
      List.of(
          Postgres::ofMeltanoLabs,
          Postgres::ofPipelinewise,
          DuckDb::new,
          (folder, batchRows) -> new Jsonl(folder));

  @TempDir private Path folder;

  @Test
  @Tried({Aspect.VALUES, Aspect.FIELDS})
  void says_what_the_targets_do() throws Exception {
    var types = new TypesTable(folder);
    var changes = new ChangesTable(folder);
    var manners = new StringBuilder();
    for (var maker : TARGETS) {
      types.add(maker);
      changes.add(maker);
      manners.append(manners(maker.in(folder, 1)));
    }

    var page =
        written()
            + TRIED
            + manners
            + "\n## What becomes of a value\n\n"
            + types
            + "\n## What becomes of a field that changes\n\n"
            + changes;
    Files.writeString(FOUND, page);
    Expectation.matches(PAGE, page);
  }

  /** What people have written above what was tried. */
  private static String written() throws IOException {
    var page = Files.readString(PAGE);
    assertThat(page).contains(TRIED);
    return page.substring(0, page.indexOf(TRIED));
  }

  private static String manners(Target target) {
    return target.manners().stream()
        .sorted()
        .map(manner -> "* " + manner + "\n")
        .collect(joining("", "\n**" + target.name() + "**\n\n", ""));
  }
}
