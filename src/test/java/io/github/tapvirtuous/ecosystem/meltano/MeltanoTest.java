package io.github.tapvirtuous.ecosystem.meltano;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.config.Version;
import io.github.tapvirtuous.config.source.SettingsSchema;
import io.github.tapvirtuous.ecosystem.compatibility.With;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.server.StandInServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What people do with the tap in Meltano before they let it run. */
@With("meltano")
@Tag("slow")
final class MeltanoTest {
  @TempDir private Path folder;
  private StandInServer virtuous;
  private Meltano meltano;

  @BeforeEach
  void start() throws IOException {
    var standIn = StandIn.builder().rows("gifts", 30, 1).rows("contacts", 20, 1);
    virtuous = StandInServer.serving(standIn.build(), 0);
    meltano = Meltano.in(folder, virtuous.baseUri());
  }

  @AfterEach
  void stop() throws IOException {
    meltano.close();
    virtuous.close();
  }

  @Test
  void add_takes_the_definition_into_a_project_without_asking_the_hub() throws Exception {
    meltano.with("PATH", Meltano.bin() + ":" + System.getenv("PATH"));
    meltano.write("meltano.yml", "project_id: mine\n");

    var added = meltano.run("add", "--from-ref", "tap-virtuous.yml", "tap-virtuous").well();

    assertThat(added.out()).contains("Added extractor 'tap-virtuous' to your project");
    var definition = yaml(meltano.file("tap-virtuous.yml"));
    assertThat(yaml(meltano.file("meltano.yml")).get("plugins"))
        .isEqualTo(Map.of("extractors", List.of(definition)));
    assertThat(meltano.run("invoke", "tap-virtuous", "--version").well().out())
        .contains(Version.current());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> yaml(Path file) throws IOException {
    var load = new Load(LoadSettings.builder().build());
    return (Map<String, Object>) load.loadFromString(Files.readString(file));
  }

  @Test
  void the_example_is_a_project_by_the_schema_of_meltano() throws Exception {
    var compiled = meltano.run("compile", "--lint").well();

    assertThat(compiled.out()).contains("Compiled");
    assertThat(compiled.err()).doesNotContain("warning", "Schema validation errors");
  }

  @Test
  void config_lists_every_setting_with_its_variable_and_hides_the_key() throws Exception {
    var listed =
        meltano
            .run("--environment=sandbox", "config", "list", "tap-virtuous", "--all")
            .well()
            .out();

    for (var setting : SettingsSchema.load().leaves()) {
      assertThat(listed)
          .containsPattern(
              "(?m)^" + setting.key() + " .*\\[env: " + setting.environmentName() + "\\]");
    }
    assertThat(listed).contains("(redacted)").doesNotContain("demo-key", "Custom");
  }

  @Test
  void config_that_is_set_reaches_the_tap_as_what_it_is() throws Exception {
    meltano.run("config", "set", "tap-virtuous", "tables", "[\"segments\"]").well();
    meltano.run("config", "set", "tap-virtuous", "include_archived", "true").well();

    var printed = meltano.run("config", "print", "tap-virtuous").well().document();
    var checked = meltano.run("invoke", "tap-virtuous", "check").well().document();

    assertThat(printed.get("tables")).hasToString("[\"segments\"]");
    assertThat(printed.get("include_archived")).hasToString("true");
    assertThat(printed.get("page_size")).hasToString("250");
    assertThat(checked.get("tables")).hasToString("{\"segments\":\"ok\"}");
  }

  @Test
  void select_shows_what_was_discovered_and_which_columns_are_chosen() throws Exception {
    meltano.run("select", "tap-virtuous", "--exclude", "gifts", "amount").well();

    var listed = meltano.run("select", "tap-virtuous", "--list", "--all").well().out();

    assertThat(listed.lines().map(String::strip))
        .contains(
            "[automatic  ] gifts.id",
            "[selected   ] gifts.giftDate",
            "[excluded   ] gifts.amount",
            "[excluded   ] gifts.notes",
            "[selected   ] contacts.name")
        .noneMatch(line -> line.contains("segments"));
  }

  @Test
  void invoke_discover_prints_the_catalog() throws Exception {
    var catalog = meltano.run("invoke", "tap-virtuous", "--discover").well().document();

    assertThat(catalog.get("streams").valueStream().map(each -> each.get("stream").asString()))
        .containsExactly("gifts", "contacts");
  }

  @Test
  void the_command_check_says_that_the_key_is_good() throws Exception {
    var checked = meltano.run("invoke", "tap-virtuous:check").well().document();

    assertThat(checked.get("test_result")).hasToString("true");
    assertThat(checked.get("tables")).hasToString("{\"gifts\":\"ok\",\"contacts\":\"ok\"}");
  }

  @Test
  void check_as_an_argument_answers_at_once_and_in_plain_words() throws Exception {
    meltano.with("TAP_VIRTUOUS_API_KEY", "k3y-of-nobody");

    var checked = meltano.run("invoke", "tap-virtuous", "check", "--format", "text");

    assertThat(checked.exitCode()).isEqualTo(2);
    assertThat(checked.out()).startsWith("Virtuous rejected the API key (HTTP 401)");
    assertThat(checked.err()).doesNotContain("discovery", "Traceback");
  }

  @Test
  void config_test_says_whether_a_record_comes() throws Exception {
    var good = meltano.run("config", "test", "tap-virtuous").well();
    meltano.with("TAP_VIRTUOUS_API_KEY", "k3y-of-nobody");
    var refused = meltano.run("config", "test", "tap-virtuous");

    assertThat(good.out()).contains("Plugin configuration is valid");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .contains("Virtuous rejected the API key", "Plugin configuration is invalid")
        .doesNotContain("k3y-of-nobody");
  }
}
