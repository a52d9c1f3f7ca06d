package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.output.SingerOutput;
import io.github.tapvirtuous.testing.output.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arguments that Singer asks a tap to take. */
final class CommandLineTest {
  @RegisterExtension private final Tap tap = new Tap();

  @ParameterizedTest
  @ValueSource(strings = {"--config", "-c"})
  @Rule("CLI-1")
  void config_has_a_long_and_a_short_name(String option) {
    var run = tap.tables("gifts").run(option, tap.config());

    assertThat(run.exitCode()).isZero();
    assertThat(run.ids("gifts")).isNotEmpty();
  }

  @Test
  @Rule("CLI-2")
  void state_catalog_and_discover_have_their_other_names() {
    tap.tables("gifts");
    var catalog = tap.file("catalog.json", tap.sync("-d").text());
    var state = tap.file("state.json", "{}");

    for (var option : new String[] {"--catalog", "-p", "--properties"}) {
      assertThat(tap.sync(option, catalog, "-s", state).streams()).containsExactly("gifts");
    }
  }

  @Test
  @Rule("CLI-3")
  void about_takes_config_and_catalog_and_reads_neither() {
    var run = tap.run("--config", "no file", "--catalog", "no file", "--about");

    assertThat(run.exitCode()).isZero();
    assertThat(tap.standIn().requestCount()).isZero();
  }

  @Test
  @Rule("CLI-4")
  void discovery_ignores_a_catalog_and_the_positions_of_a_state() {
    tap.tables("gifts");
    var state = tap.file("state.json", tap.sync().state());

    var run = tap.discover("--state", state, "--catalog", tap.file("broken", "{"));

    assertThat(run.exitCode()).isZero();
    assertThat(run.text()).isEqualTo(tap.discover().text());
  }

  @Test
  @Rule("CLI-5")
  void without_a_catalog_all_tables_are_synced() {
    var run = tap.sync();

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.streams()).containsExactlyInAnyOrderElementsOf(TableMap.names());
    SingerOutput.check(run.stdout());
  }

  @Test
  @Rule("CLI-6")
  void a_later_config_wins_and_the_environment_wins_over_all() {
    tap.tables("gifts");
    var other = tap.file("other.json", "{\"tables\": [\"projects\"]}");

    var byFile = tap.run("--config", tap.config(), "--config", other);
    tap.variable("TAP_VIRTUOUS_TABLES", "[\"segments\"]");
    var byVariable = tap.run("--config", "ENV", "--config", tap.config(), "--config", other);

    assertThat(byFile.streams()).containsExactly("projects");
    assertThat(byVariable.streams()).containsExactly("segments");
  }

  @Test
  @Rule("CLI-6")
  void without_env_the_environment_is_not_read() {
    tap.tables("gifts").variable("TAP_VIRTUOUS_TABLES", "[\"segments\"]");

    assertThat(tap.sync().streams()).containsExactly("gifts");
  }

  @Test
  @Rule("CLI-8")
  void about_speaks_three_formats() {
    assertThat(tap.run("--about").text()).contains("tap-virtuous");
    assertThat(tap.run("--about", "--format=markdown").text()).contains("| ---");
    assertThat(tap.run("--about", "--format=JSON").document().path("settings").has("properties"))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--about",
        "--version",
        "--help",
        "check --help",
        "check --version",
        "state --help"
      })
  @Rule("CLI-9")
  void neither_config_nor_network_is_needed(String arguments) {
    var run = tap.run(arguments.split(" "));

    assertThat(run.exitCode()).isZero();
    assertThat(run.text()).isNotBlank();
    assertThat(run.log()).isEmpty();
    assertThat(tap.standIn().requestCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "check --help"})
  void help_has_examples_and_exit_codes_and_says_where_the_docs_are(String arguments) {
    var run = tap.run(arguments.split(" "));

    assertThat(run.text())
        .contains("\nExamples:\n  tap-virtuous check --config config.json\n")
        .containsPattern("\nExit codes:\n +0 +[A-Z]")
        .containsPattern("\n +2 +Usage, config")
        .contains("--about", "README.md");
    assertThat(run.lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  @Rule("CLI-10")
  void a_test_writes_one_record_a_stream_and_leaves_the_state_alone() {
    var state = tap.file("state.json", "{\"bookmarks\": {\"gifts\": {\"mine\": 1}}, \"x\": 2}");

    var run = tap.serves(StandIn.builder().empty("gifts")).sync("--test", "--state", state);

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.streams()).containsExactlyInAnyOrderElementsOf(TableMap.names());
    for (var stream : TableMap.names()) {
      assertThat(run.records(stream)).as(stream).hasSize(stream.equals("gifts") ? 0 : 1);
    }
    assertThat(run.state())
        .isEqualTo(StrictJson.of("{\"bookmarks\": {\"gifts\": {\"mine\": 1}}, \"x\": 2}"));
    SingerOutput.check(run.stdout());
  }

  @Test
  @Rule("CLI-11")
  void all_problems_of_a_config_are_told_at_once() {
    var run = tap.set("page_size", 1).set("tables", "[\"gits\"]").without("api_key").sync();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).singleElement().asString().contains("page_size", "gits", "api_key");
  }

  @Test
  void config_may_stand_before_or_behind_the_name_of_a_command() {
    tap.tables("gifts");

    assertThat(tap.run("--config", tap.config(), "check").exitCode()).isZero();
    assertThat(tap.run("check", "--config", tap.config()).exitCode()).isZero();
  }
}
