package io.github.tapvirtuous.config.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.error.Problems;
import io.github.tapvirtuous.testing.LogLines;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class UnknownKeysTest {
  private static final String LIKE_A_KEY = "v1_4f9Kq2Lm8Xw3Zt7Rb6Yd";

  private static final SettingsSchema NESTED =
      SettingsSchema.of(
          object(
              """
              {"properties": {"free": {"type": "object"},
                              "webhook": {"properties": {"inbox": {"type": "string"}}}}}
              """));

  @Test
  void unknown_keys_get_one_warning_with_what_may_be_meant() {
    try (var log = LogLines.open()) {
      warn(SettingsSchema.load(), "{\"page_sise\": 3, \"apiKey\": \"k\", \"colour\": 1}");

      assertThat(log.lines())
          .containsExactly(
              "WARN Config keys that are no setting of this tap: \"page_sise\" (did you mean"
                  + " \"page_size\"?), \"apiKey\" (did you mean \"api_key\"?), \"colour\"");
    }
  }

  @Test
  void unknown_keys_within_objects_are_found() {
    try (var log = LogLines.open()) {
      warn(NESTED, "{\"webhook\": {\"inbx\": 1}, \"free\": {\"any\": 1}}");

      assertThat(log.lines())
          .containsExactly(
              "WARN Config keys that are no setting of this tap: \"webhook.inbx\""
                  + " (did you mean \"webhook.inbox\"?)");
    }
  }

  @Test
  void a_name_that_looks_like_a_key_and_a_value_are_not_shown() {
    try (var log = LogLines.open()) {
      warn(NESTED, "{\"webhook\": {\"" + LIKE_A_KEY + "\": 1, \"color\": \"" + LIKE_A_KEY + "\"}}");

      assertThat(log.lines())
          .containsExactly(
              "WARN Config keys that are no setting of this tap: \"***\", \"webhook.color\"");
    }
  }

  @Test
  void names_that_mean_something_to_a_schema_are_as_unknown_as_others() {
    try (var log = LogLines.open()) {
      warn(NESTED, "{\"$comment\": 1, \"#\": 1, \"\": 1, \"a/b\": {\"c\": 1}, \"{0}\": null}");

      assertThat(log.lines())
          .containsExactly(
              "WARN Config keys that are no setting of this tap:"
                  + " \"$comment\", \"#\", \"\", \"a/b\", \"{0}\"");
    }
  }

  @Test
  void known_keys_get_no_warning() {
    try (var log = LogLines.open()) {
      warn(SettingsSchema.load(), "{\"page_size\": 3}");

      assertThat(log.lines()).isEmpty();
    }
  }

  private static void warn(SettingsSchema schema, String settings) {
    var problems = new Problems();
    UnknownKeys.warn(schema, new SchemaCheck(schema, problems).check(object(settings)));
    problems.throwIfAny();
  }

  private static ObjectNode object(String json) {
    return (ObjectNode) SettingsJson.MAPPER.readTree(json);
  }
}
