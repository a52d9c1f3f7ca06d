package io.github.tapvirtuous.singer;

import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One Singer metric. Prints as JSON: {@code
 * {"type":"counter","metric":"record_count","value":250,"tags":{"stream":"gifts"}}}.
 *
 * @param type {@code counter} or {@code timer}
 * @param value a count, or seconds
 * @param tags texts and whole numbers by name
 */
record MetricPoint(String type, String metric, Number value, Map<String, Object> tags) {
  @Override
  public String toString() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("type", type).put("metric", metric);
    json.putPOJO("value", value);
    tags.forEach(json.putObject("tags")::putPOJO);
    return json.toString();
  }
}
