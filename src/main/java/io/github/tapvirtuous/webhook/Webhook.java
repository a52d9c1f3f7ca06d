package io.github.tapvirtuous.webhook;

import io.github.tapvirtuous.virtuous.WebhookCall;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A webhook as Virtuous knows it.
 *
 * @param told what came of a {@link WebhookCall}
 */
public record Webhook(JsonNode told) {

  /** What may be seen of it. */
  public JsonNode json() {
    var events = EventTables.switches().filter(each -> told.path(each).asBoolean(false)).toList();
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", id()).put("url", told.path("payloadUrl").asString(""));
    json.put("active", told.path("active").asBoolean(false));
    EventTables.of(events).forEach(json.putArray("tables")::add);
    events.forEach(json.putArray("events")::add);
    var isSigned = !told.path("secret").asString("").isEmpty();
    return isSigned ? json.put("secret", "***") : json.putNull("secret");
  }

  long id() {
    return told.path("id").longValue();
  }
}
