package io.github.tapvirtuous.config.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.LogLines;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class UnknownKeysTest {
  private static final String NESTED =
      """
      {"properties": {"free": {"type": "object"},
                      "webhook": {"properties": {"inbox": {"type": "string"}}}}}
      """;

  @Test
  void unknown_keys_get_one_warning_with_what_may_be_meant() {
    try (var log = LogLines.open()) {
      UnknownKeys.warn(
          SettingsSchema.load(), object("{\"page_sise\": 3, \"apiKey\": \"k\", \"colour\": 1}"));

      assertThat(log.lines())
          .containsExactly(
              "WARN Config keys that are no setting of this tap: \"page_sise\" (did you mean"
                  + " \"page_size\"?), \"apiKey\" (did you mean \"api_key\"?), \"colour\"");
    }
  }

  @Test
  void unknown_keys_within_objects_are_found() {
    try (var log = LogLines.open()) {
      UnknownKeys.warn(
          new SettingsSchema(object(NESTED)),
          object("{\"webhook\": {\"inbx\": 1}, \"free\": {\"any\": 1}}"));

      assertThat(log.lines())
          .containsExactly(
              "WARN Config keys that are no setting of this tap: \"webhook.inbx\""
                  + " (did you mean \"webhook.inbox\"?)");
    }
  }

  @Test
  void known_keys_get_no_warning() {
    try (var log = LogLines.open()) {
      UnknownKeys.warn(SettingsSchema.load(), object("{\"page_size\": 3}"));

      assertThat(log.lines()).isEmpty();
    }
  }

  private static ObjectNode object(String json) {
    return (ObjectNode) SettingsJson.MAPPER.readTree(json);
  }
}
