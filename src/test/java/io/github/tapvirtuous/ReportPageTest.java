package io.github.tapvirtuous;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.testing.output.ReportedRun;
import io.github.tapvirtuous.testing.process.Launch;
import io.github.tapvirtuous.testing.process.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The page on the run report: it names every key, and its recipes run. */
final class ReportPageTest {
  private static final Path PAGE = Path.of("docs/report.md");
  private static final Path REPORT = Path.of("src/test/resources/report/sync.json");

  /** What stands for the orchestrators: the few names of theirs that the recipes use. */
  private static final Path PYTHON = Path.of("src/test/resources/report/python").toAbsolutePath();

  private static final String START = "<!-- keys -->\n";
  private static final String END = "<!-- /keys -->";

  @TempDir private Path folder;

  @BeforeEach
  void a_sync_that_leaves_a_report() throws IOException {
    var report = Files.readString(REPORT).replace("\n", "") + "\n";
    Files.writeString(folder.resolve("report.json"), report);
    Files.writeString(folder.resolve("next.json"), report);
    script("cp \"$(dirname \"$0\")/next.json\" \"$(dirname \"$0\")/report.json\"; exit 1");
  }

  private void script(String script) throws IOException {
    var file = Files.writeString(folder.resolve("sync.sh"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void shows_every_key_of_the_schema() throws IOException {
    var page = Files.readString(PAGE);
    assertThat(page).contains(START, END);
    var before = page.substring(0, page.indexOf(START) + START.length());
    var expected = before + tables() + page.substring(page.indexOf(END));

    if (System.getProperty("golden.update") != null) { // then read the diff
      Files.writeString(PAGE, expected);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(expected);
  }

  private static String tables() throws IOException {
    var schema = ReportedRun.schemaJson();
    return table("Key of the run", schema.at("/properties"))
        + "\n"
        + table("Key of a stream", schema.at("/$defs/stream/properties"))
        + "\n"
        + table("Key of `events`", schema.at("/$defs/events/properties"));
  }

  private static String table(String head, JsonNode properties) {
    return properties.properties().stream()
        .map(each -> "| `" + each.getKey() + "` | " + text(each.getValue()) + " |\n")
        .collect(Collectors.joining("", "| " + head + " | What it says |\n| --- | --- |\n", ""));
  }

  private static String text(JsonNode property) {
    return property.path("description").asString("`" + property.path("const").asString("") + "`.");
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void shows_every_outcome(Outcome outcome) throws IOException {
    var word = outcome.name().toLowerCase(Locale.ROOT);

    assertThat(Files.readString(PAGE)).contains("| `" + word + "` | ");
    assertThat(ReportedRun.schemaJson().at("/$defs/stream/properties/outcome/enum").valueStream())
        .extracting(JsonNode::stringValue)
        .contains(word);
  }

  /** The block of code behind these words. */
  private static String recipe(String words) throws IOException {
    var page = Files.readString(PAGE);
    var section = page.substring(page.indexOf(words + "\n"));
    var start = section.indexOf('\n', section.indexOf("```")) + 1;
    return section.substring(start, section.indexOf("```\n", start));
  }

  private Ran shell(String words) throws Exception {
    return Launch.of(Path.of("sh"), "-c", recipe(words)).from(folder).run().well();
  }

  @Test
  void streams_that_are_not_whole_are_told_by_a_shell() throws Exception {
    assertThat(shell("Which streams are not whole, and why:").lines())
        .singleElement()
        .asString()
        .startsWith("projects\tforbidden\tprojects: failed after 1 try: HTTP 403");
  }

  @Test
  void a_number_is_told_by_a_shell_without_python() throws Exception {
    assertThat(shell("One number, without Python:").out()).isEqualTo("1\n");
  }

  @Test
  void a_sheet_grows_by_a_line_a_stream() throws Exception {
    shell("A line for each stream, for a log or a sheet:");
    shell("A line for each stream, for a log or a sheet:");

    assertThat(Files.readAllLines(folder.resolve("runs.csv")))
        .hasSize(6)
        .allMatch(line -> line.startsWith("2026-03-01T03:00:30Z,"))
        .anyMatch(line -> line.contains(",gifts,verified,95,95,"));
  }

  /** Runs a recipe of Python, and then this. */
  private Ran python(String heading, String then) throws Exception {
    var code = recipe(heading).replace("/srv/virtuous", folder.toString());
    var file = Files.writeString(folder.resolve("recipe.py"), code + "\n" + then + "\n");
    return Launch.of(Path.of("python3"), "-B", file.toString()).with("PYTHONPATH", PYTHON).run();
  }

  private Stream<String> airflow() throws Exception {
    return python("## Airflow", "import airflow\nairflow.run(sync_virtuous)")
        .well()
        .lines()
        .stream();
  }

  private void nextExitCode(int code) throws IOException {
    var next = folder.resolve("next.json");
    Files.writeString(
        next, Files.readString(next).replace("\"exit_code\":1", "\"exit_code\":" + code));
  }

  @Test
  void airflow_has_the_report_of_a_task_that_failed_and_tries_again() throws Exception {
    assertThat(airflow()).containsExactly("report 98 rows", "AirflowException: projects: failed");
  }

  @Test
  void airflow_does_not_try_again_what_somebody_has_to_change() throws Exception {
    nextExitCode(2);

    assertThat(airflow())
        .containsExactly("report 98 rows", "AirflowFailException: projects: failed");
  }

  @Test
  void airflow_takes_no_report_of_a_run_before() throws Exception {
    script("exit 3");

    assertThat(airflow()).containsExactly("report no rows", "AirflowException: the target or th");
  }

  @Test
  void dagster_has_what_came_and_whether_it_was_all() throws Exception {
    var ran = python("## Dagster", "import dagster\ndagster.run(virtuous)").well();

    assertThat(ran.lines())
        .containsExactly(
            "MaterializeResult gifts 95",
            "AssetCheckResult gifts True",
            "MaterializeResult segments 3",
            "AssetCheckResult segments True",
            "AssetCheckResult projects False",
            "Failure: projects: failed True");
  }
}
