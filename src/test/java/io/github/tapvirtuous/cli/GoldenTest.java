package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.Expectation;
import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import io.github.tapvirtuous.testing.output.SingerOutput;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A folder under {@code golden} is a case: {@code <table>}, or {@code <table>-<what is special>}.
 * {@code answer.json} is what Virtuous answers to every request, by default the stand-in's sample
 * rows, and then it is also read with the catalog of the table's plain case; {@code config.json}
 * holds further settings.
 */
final class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @RegisterExtension private final Tap tap = new Tap();

  static Stream<String> cases() throws IOException {
    try (var folders = Files.list(GOLDEN)) {
      var all = folders.map(each -> each.getFileName().toString()).toList();
      return Stream.concat(TableMap.names().stream(), all.stream()).distinct().sorted();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  @Rule({
    "OUT-2", "OUT-3", "OUT-4", "OUT-5", "SCH-1", "SCH-2", "SCH-3", "SCH-4", "SCH-5", "SCH-6",
    "SCH-10", "REC-1", "REC-2", "REC-3", "REC-4", "REC-5", "REC-7", "REC-8", "ST-1", "ST-3", "ST-4"
  })
  void writes_what_the_case_expects(String name) throws IOException {
    var folder = GOLDEN.resolve(name);
    prepare(folder, name.split("-", 2)[0]);

    var discovered = tap.discover();
    var synced = tap.sync();
    var selected = tap.sync("--catalog", tap.file("catalog.json", discovered.text()));

    Expectation.matches(folder.resolve("catalog.json"), discovered.text());
    Expectation.matches(folder.resolve("expected.jsonl"), stable(synced));
    assertThat(stable(selected)).as("with its own catalog").isEqualTo(stable(synced));
    for (var run : List.of(discovered, synced, selected)) {
      assertThat(run.exitCode()).as(run.toString()).isZero();
      assertThat(run.errors()).isEmpty();
    }
    SingerOutput.check(synced.stdout());
    SingerOutput.check(selected.stdout());
  }

  static Stream<String> casesWithAnAnswer() throws IOException {
    return cases().filter(name -> Files.exists(GOLDEN.resolve(name).resolve("answer.json")));
  }

  @ParameterizedTest
  @MethodSource("casesWithAnAnswer")
  @Rule("REC-5")
  void keeps_to_the_columns_of_an_older_catalog(String name) throws IOException {
    var folder = GOLDEN.resolve(name);
    var table = name.split("-", 2)[0];
    prepare(folder, table);

    var run = tap.sync("--catalog", GOLDEN.resolve(table).resolve("catalog.json").toString());

    Expectation.matches(folder.resolve("expected-older_catalog.jsonl"), stable(run));
    assertThat(run.exitCode()).as(run.toString()).isZero();
    SingerOutput.check(run.stdout());
  }

  private void prepare(Path folder, String table) throws IOException {
    tap.serves(standIn(folder.resolve("answer.json"), table)).tables(table);
    var settings = folder.resolve("config.json");
    if (Files.exists(settings)) {
      for (var setting : StrictJson.of(Files.readString(settings)).properties()) {
        tap.set(setting.getKey(), setting.getValue().toString());
      }
    }
  }

  private static StandInBuilder standIn(Path answer, String table) throws IOException {
    if (!Files.exists(answer)) {
      return StandIn.builder();
    }
    var body = Faults.body("the case's answer", Files.readString(answer));
    return StandIn.builder().fault(When.always().of(table), body);
  }

  /** Fingerprints speak of the stand-in's port. */
  private static String stable(TapRun run) {
    return run.text()
        .replaceAll("\"fingerprint\":\"[0-9a-f]{16}\"", "\"fingerprint\":\"…\"")
        .replaceAll("\"([a-z]+_columns)\":\"[0-9a-f]+\"", "\"$1\":\"…\"")
        .replaceAll(
            "\"(replication_key_value|scan_begun_at|whole_at)\":\"[^\"]+\"", "\"$1\":\"…\"");
  }
}
