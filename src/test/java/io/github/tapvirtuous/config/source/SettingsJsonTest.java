package io.github.tapvirtuous.config.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class SettingsJsonTest {
  @Test
  void objects_are_merged_and_all_else_is_replaced() {
    var below = object("{\"a\": {\"b\": 1, \"c\": 2}, \"list\": [1, 2], \"d\": {\"e\": 1}}");

    SettingsJson.merge(below, object("{\"a\": {\"c\": 3}, \"list\": [3], \"d\": 4}"));

    assertThat(below).hasToString("{\"a\":{\"b\":1,\"c\":3},\"list\":[3],\"d\":4}");
  }

  @Test
  void nulls_within_objects_are_dropped_and_those_in_lists_stay() {
    var node = object("{\"a\": {\"b\": null, \"c\": 2}, \"d\": null, \"list\": [null]}");

    SettingsJson.dropNulls(node);

    assertThat(node).hasToString("{\"a\":{\"c\":2},\"list\":[null]}");
  }

  private static ObjectNode object(String json) {
    return (ObjectNode) SettingsJson.MAPPER.readTree(json);
  }
}
