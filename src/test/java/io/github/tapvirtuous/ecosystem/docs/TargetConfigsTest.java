package io.github.tapvirtuous.ecosystem.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.ecosystem.target.Environment;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.server.StandInServer;
import io.github.tapvirtuous.testing.BuiltTap;
import io.github.tapvirtuous.testing.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The configs that {@code docs/targets.md} gives, each with its target. */
@Tag("slow")
final class TargetConfigsTest {
  private static final Path PAGE = Path.of("docs", "targets.md");

  @TempDir private Path folder;

  private static List<String> configs(String heading, String schema) throws IOException {
    return Page.blocks(PAGE, "### " + heading, "json").stream()
        .map(config -> Page.with(Page.database(schema), config))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "target-postgres of MeltanoLabs, meltanolabs-postgres, target-postgres",
    "target-postgres of pipelinewise, pipelinewise-postgres, target-postgres",
    "target-duckdb, duckdb, target-duckdb",
    "target-jsonl, jsonl, target-jsonl",
  })
  void takes_all_rows_and_prints_a_state(String heading, String environment, String program)
      throws Exception {
    var configs = configs(heading, environment.replace('-', '_'));
    Files.writeString(folder.resolve("target.json"), configs.get(0));
    Files.createDirectory(folder.resolve("output"));
    var virtuous = StandIn.builder().rows("gifts", 60, 1).build();
    try (var server = StandInServer.serving(virtuous, 0)) {
      var tap = new BuiltTap(folder, server.baseUri()).set("tables", List.of("gifts"));
      if (configs.size() > 1) {
        assertThat(configs.get(1)).contains("\"date_times\": \"text\"");
        tap.set("date_times", "text");
      }
      var target =
          Launch.of(new Environment(environment).program(program), "--config", "target.json");

      try (var pipeline = tap.sync(Optional.empty()).startInto(target.from(folder))) {
        var ended = pipeline.ended().well();

        assertThat(ended.writer().err()).contains("gifts: verified: rows 60");
        assertThat(ended.reader().out()).contains("bookmarks", "gifts");
      }
    }
  }
}
