package io.github.tapvirtuous.airbyte;

import io.github.tapvirtuous.config.About;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The settings as Airbyte's form shows them, as one message. */
public final class AirbyteSpec {
  private static final String DRAFT = "http://json-schema.org/draft-07/schema#";
  private static final String PROPERTIES = "properties";
  private static final String SECRET = "airbyte_secret";

  private AirbyteSpec() {}

  public static ObjectNode message() {
    var message = JsonNodeFactory.instance.objectNode().put("type", "SPEC");
    var spec = message.putObject("spec").put("protocol_version", "0.2.0");
    spec.set("connectionSpecification", settings());
    spec.put("supportsIncremental", true);
    spec.putArray("supported_destination_sync_modes");
    return message;
  }

  private static ObjectNode settings() {
    var settings = About.settings();
    settings.put("$schema", DRAFT);
    settings.putArray("required").add("api_key");
    if (settings.at("/properties/webhook/properties") instanceof ObjectNode webhook) {
      webhook.remove(Set.copyOf(RefusedSettings.OF_WEBHOOKS));
    }
    number(settings);
    hideItems(settings);
    return settings;
  }

  /** A list cannot be kept as a secret there, its items can. */
  private static void hideItems(ObjectNode object) {
    for (var property : object.path(PROPERTIES)) {
      if (property instanceof ObjectNode setting) {
        if (setting.path("items") instanceof ObjectNode items && setting.has(SECRET)) {
          items.set(SECRET, setting.remove(SECRET));
        }
        hideItems(setting);
      }
    }
  }

  /** A form keeps the order of the schema only where it is told. */
  private static void number(ObjectNode object) {
    var order = 0;
    for (var property : object.path(PROPERTIES)) {
      if (property instanceof ObjectNode setting) {
        setting.put("order", order++);
        number(setting);
      }
    }
  }
}
