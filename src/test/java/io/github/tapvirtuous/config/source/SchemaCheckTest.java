package io.github.tapvirtuous.config.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

final class SchemaCheckTest {
  private static final String SCHEMA =
      """
      {"type": "object", "properties": {
        "least": {"type": "integer", "minimum": 3},
        "most": {"type": "number", "maximum": 3},
        "short": {"type": "string", "maxLength": 1},
        "secrets": {"type": "array", "airbyte_secret": true, "items": {"type": "string"}},
        "webhook": {"type": "object", "required": ["inbox"], "properties": {
          "inbox": {"type": "string", "minLength": 1},
          "hosts": {"type": "array", "items": {"type": "string"}}}}}}
      """;

  @Test
  void knows_every_word_of_the_schema() {
    var settings = SettingsSchema.load().settings();

    assertThat(settings)
        .flatMap(setting -> setting.schema().propertyNames())
        .isSubsetOf(SchemaCheck.dialect().getKeywords().keySet());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{\"least\": 2} | \"least\" is 2. Choose at least 3.",
        "{\"most\": 3.5} | \"most\" is 3.5. Choose at most 3.",
        "{\"most\": \"3\"} | \"most\" is \"3\", a text. Give a number, without quotes.",
        "{\"short\": \"ab\"} | \"short\" is \"ab\". See its description in --about.",
        "{\"webhook\": 1} | \"webhook\" is 1. Give an object in curly braces.",
        "{\"webhook\": {}} | \"webhook.inbox\" is missing. Set it.",
        "{\"webhook\": {\"inbox\": \"\"}} |"
            + " \"webhook.inbox\" is empty. Fill it in, or leave it out.",
        "{\"webhook\": {\"inbox\": \"a\", \"hosts\": [null]}} |"
            + " \"webhook.hosts[0]\" is null. Give a text in quotes.",
        "{\"secrets\": 12345} | \"secrets\" is a number. Give a list in square brackets.",
      })
  void says_what_is_wrong_at_any_depth(String settings, String problem) {
    var problems = new Problems();
    var schema = SettingsSchema.of((ObjectNode) SettingsJson.MAPPER.readTree(SCHEMA));

    new SchemaCheck(schema, problems).check((ObjectNode) SettingsJson.MAPPER.readTree(settings));

    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOf(ConfigException.class)
        .hasMessage(problem);
  }
}
