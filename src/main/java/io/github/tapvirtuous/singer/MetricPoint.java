package io.github.tapvirtuous.singer;

import io.github.tapvirtuous.json.CleanJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One Singer metric. Prints as JSON: {@code
 * {"type":"counter","metric":"record_count","value":250,"tags":{"stream":"gifts"}}}.
 *
 * @param type {@code counter} or {@code timer}
 * @param value a count, or seconds
 * @param tags texts and whole numbers by name
 */
record MetricPoint(String type, String metric, JsonNode value, ObjectNode tags) {
  @Override
  public String toString() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("type", type).put("metric", metric);
    json.set("value", value);
    json.set("tags", tags);
    return CleanJson.text(json);
  }
}
