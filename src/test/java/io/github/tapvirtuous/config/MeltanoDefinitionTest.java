package io.github.tapvirtuous.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.config.source.SettingsJson;
import io.github.tapvirtuous.config.source.SettingsSchema;
import io.github.tapvirtuous.testing.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The files in the folder {@code meltano} tell of the settings that there are. */
final class MeltanoDefinitionTest {
  private static final Path DEFINITION = Path.of("meltano", "tap-virtuous.yml");
  private static final Path PROJECT = Path.of("meltano", "meltano.yml");
  private static final String HEAD =
      """
      # What Meltano has to know of tap-virtuous. In the folder of a project of yours:
      #
      #   meltano add --from-ref FOLDER/meltano/tap-virtuous.yml tap-virtuous
      #
      # Let Meltano install the wheel that `make dist` makes: only then does it keep the catalog, which spares
      # every run a start and the samples of all tables (docs/install.md). Add this line, with its path:
      #
      #   pip_url: /srv/wheels/tap_virtuous-0.2.0-py3-none-any.whl[java]
      #
      # Made from src/main/resources/config.schema.json by MeltanoDefinitionTest.
      """;
  private static final String START =
      """
        # What tap-virtuous.yml says, but for the executable: it is the one that `make build` made. Meltano keeps
        # the catalog only of a tap that it installed itself, by a pip_url in place of it: docs/install.md.
      """;
  private static final String END = "    # What this project makes of it.\n";

  @Test
  void the_definition_has_all_settings_of_the_schema() throws IOException {
    var yaml = MeltanoDefinition.yaml(SettingsSchema.load(), "tap-virtuous");

    Expectation.matches(DEFINITION, HEAD + yaml);
  }

  @Test
  void the_example_has_the_same_definition_and_runs_the_tap_beside_it() throws IOException {
    var project = Files.readString(PROJECT);
    assertThat(project).contains(START, END);

    var yaml = MeltanoDefinition.yaml(SettingsSchema.load(), "../bin/tap-virtuous");

    var before = project.substring(0, project.indexOf(START) + START.length());
    var item = yaml.indent(4).replaceFirst("^ {4}", "  - ");
    Expectation.matches(PROJECT, before + item + project.substring(project.indexOf(END)));
  }

  @Test
  void the_example_and_the_docs_name_the_versions_that_are_tested() throws IOException {
    assertThat(Files.readString(PROJECT)).contains("pip_url: " + pin("jsonl", "target-jsonl"));
    assertThat(Files.readString(Path.of("docs", "meltano.md")))
        .contains("pip install " + pin("meltano", "meltano"));
    var postgres = pin("meltanolabs-postgres", "meltanolabs-target-postgres");
    assertThat(Files.readString(Path.of("README.md"))).contains("pip install " + postgres);
    assertThat(Files.readString(Path.of("docs", "targets.md")))
        .contains("pip install " + postgres + "`")
        .contains(
            "pip install " + pin("pipelinewise-postgres", "pipelinewise-target-postgres") + "`")
        .contains("pip install " + pin("duckdb", "target-duckdb") + "`")
        .contains("pip install " + pin("jsonl", "target-jsonl") + "`");
  }

  private static String pin(String environment, String program) throws IOException {
    var pins = Path.of("src", "test", "ecosystem", environment, "requirements.txt");
    return Files.readAllLines(pins).stream()
        .filter(line -> line.startsWith(program + "=="))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_setting_of_each_kind_is_told_in_meltanos_words() {
    assertThat(
            MeltanoDefinition.yaml(
                schema(
                    """
                    "webhook": {"type": "object", "properties": {
                      "secrets": {"type": "array", "title": "Secrets", "description": "Shared.",
                                  "airbyte_secret": true}}},
                    "start": {"type": "string", "format": "date-time", "description": "When."},
                    "share": {"type": "number", "minimum": 0, "maximum": 1, "description": "Part."},
                    "mode": {"type": "string", "enum": ["null", "fail"], "default": "null",
                             "description": "How: so."}
                    """),
                "tap-virtuous"))
        .contains(
            """
            settings:
            - name: webhook.secrets
              kind: array
              label: Secrets
              description: Shared.
              sensitive: true
            - name: start
              kind: date_iso8601
              description: When.
            - name: share
              kind: decimal
              description: 'Part. Values: 0 to 1.'
            - name: mode
              kind: options
              value: 'null'
              description: 'How: so.'
              options:
              - label: 'null'
                value: 'null'
              - label: fail
                value: fail
            commands:
            """);
  }

  private static SettingsSchema schema(String properties) {
    var document = "{\"type\": \"object\", \"properties\": {" + properties + "}}";
    return SettingsSchema.of((ObjectNode) SettingsJson.MAPPER.readTree(document));
  }
}
