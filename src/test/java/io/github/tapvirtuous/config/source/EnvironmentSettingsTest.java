package io.github.tapvirtuous.config.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.Problems;
import io.github.tapvirtuous.testing.LogLines;
import io.github.tapvirtuous.testing.Rule;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

final class EnvironmentSettingsTest {
  private static final String SCHEMA =
      """
      {"type": "object", "properties": {
        "name": {"type": "string"},
        "size": {"type": "integer"},
        "ratio": {"type": "number"},
        "fast": {"type": "boolean"},
        "words": {"type": "array", "items": {"type": "string"}},
        "sizes": {"type": "array", "items": {"type": "integer"}},
        "secrets": {"type": "array", "items": {"type": "integer"}, "airbyte_secret": true},
        "free": {"type": "object"},
        "webhook": {"type": "object", "properties": {
          "inbox": {"type": "string"},
          "port": {"type": "integer"}}}}}
      """;

  private final Problems problems = new Problems();
  private final LogLines log = LogLines.open();

  @AfterEach
  void closeLog() {
    log.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "NAME | 007 | {\"name\":\"007\"}",
        "SIZE | 250 | {\"size\":250}",
        "SIZE | -3 | {\"size\":-3}",
        "SIZE | 99999999999 | {\"size\":99999999999}",
        "RATIO | 0.5 | {\"ratio\":0.5}",
        "FAST | True | {\"fast\":true}",
        "FAST | 1 | {\"fast\":true}",
        "FAST | FALSE | {\"fast\":false}",
        "FAST | 0 | {\"fast\":false}",
        "WORDS | [\"a\", \"b\"] | {\"words\":[\"a\",\"b\"]}",
        "WORDS | a, b ,,c | {\"words\":[\"a\",\"b\",\"c\"]}",
        "WORDS | a | {\"words\":[\"a\"]}",
        "WORDS | , | {\"words\":[]}",
        "SIZES | 1,2 | {\"sizes\":[1,2]}",
        "FREE | {\"a\": 1} | {\"free\":{\"a\":1}}",
        "WEBHOOK_INBOX | /tmp/inbox | {\"webhook\":{\"inbox\":\"/tmp/inbox\"}}",
        "WEBHOOK | {\"port\": 1} | {\"webhook\":{\"port\":1}}",
      })
  @Rule("CLI-7")
  void a_variable_becomes_a_value_of_its_settings_type(String name, String text, String json) {
    assertThat(read(Map.of("TAP_VIRTUOUS_" + name, text))).hasToString(json);
  }

  @Test
  void a_nested_setting_wins_over_the_object_that_holds_it() {
    var found =
        read(
            Map.of(
                "TAP_VIRTUOUS_WEBHOOK", "{\"inbox\": \"a\", \"port\": 1}",
                "TAP_VIRTUOUS_WEBHOOK_PORT", "2"));

    assertThat(found).hasToString("{\"webhook\":{\"inbox\":\"a\",\"port\":2}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "SIZE | 2.5 | \"size\" is \"2.5\" in TAP_VIRTUOUS_SIZE. Give a whole number.",
        "SIZE | many | \"size\" is \"many\" in TAP_VIRTUOUS_SIZE. Give a whole number.",
        "RATIO | half | \"ratio\" is \"half\" in TAP_VIRTUOUS_RATIO. Give a number.",
        "FAST | yes | \"fast\" is \"yes\" in TAP_VIRTUOUS_FAST. Give true or false.",
        "WORDS | [\"a\" | \"words\" is \"[\\\"a\\\"\" in TAP_VIRTUOUS_WORDS."
            + " Give a JSON list, or values with commas between them.",
        "SIZES | 1,x | \"sizes\" is \"1,x\" in TAP_VIRTUOUS_SIZES."
            + " Give a JSON list, or values with commas between them.",
        "FREE | [] | \"free\" is \"[]\" in TAP_VIRTUOUS_FREE. Give a JSON object.",
        "SECRETS | s3cret | \"secrets\" cannot be read in TAP_VIRTUOUS_SECRETS."
            + " Give a JSON list, or values with commas between them.",
        "WEBHOOK | s3cret | \"webhook\" cannot be read in TAP_VIRTUOUS_WEBHOOK."
            + " Give a JSON object.",
      })
  @Rule("CLI-7")
  void a_variable_of_another_type_is_a_problem(String name, String text, String problem) {
    assertThat(read(Map.of("TAP_VIRTUOUS_" + name, text))).isEmpty();
    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOf(ConfigException.class)
        .hasMessage(problem);
  }

  @Test
  void an_empty_variable_counts_as_unset() {
    assertThat(read(Map.of("TAP_VIRTUOUS_SIZE", "", "TAP_VIRTUOUS_NAME", ""))).isEmpty();
    assertThat(log.lines()).containsExactly("INFO Settings taken from the environment: none");
  }

  @Test
  void the_log_names_the_variables_used_and_no_value() {
    read(Map.of("TAP_VIRTUOUS_SIZE", "250", "TAP_VIRTUOUS_NAME", "s3cret", "HOME", "/root"));

    assertThat(log.lines())
        .containsExactly(
            "INFO Settings taken from the environment: [TAP_VIRTUOUS_NAME, TAP_VIRTUOUS_SIZE]");
  }

  @Test
  void a_variable_that_is_no_setting_gets_a_warning() {
    read(Map.of("TAP_VIRTUOUS_SIZZE", "1", "TAP_VIRTUOUS_COLOUR", "red"));

    assertThat(log.lines())
        .contains(
            "WARN Environment variables that are no setting of this tap: \"TAP_VIRTUOUS_COLOUR\","
                + " \"TAP_VIRTUOUS_SIZZE\" (did you mean \"TAP_VIRTUOUS_SIZE\"?)");
  }

  @Test
  void variables_of_the_launcher_the_log_and_Meltano_get_no_warning() {
    read(
        Map.of(
            "TAP_VIRTUOUS_JAVA", "/usr/bin/java",
            "TAP_VIRTUOUS_LOGLEVEL", "debug",
            "TAP_VIRTUOUS__SELECT", "[\"*.*\"]"));

    assertThat(log.lines()).noneMatch(line -> line.startsWith("WARN"));
  }

  private ObjectNode read(Map<String, String> environment) {
    var schema = SettingsSchema.of((ObjectNode) SettingsJson.MAPPER.readTree(SCHEMA));
    var settings = new EnvironmentSettings(schema, problems);
    var found = settings.read(environment);
    settings.tell(environment);
    return found;
  }
}
