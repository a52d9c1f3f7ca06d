package io.github.tapvirtuous.webhook;

import io.github.tapvirtuous.config.Secret;
import io.github.tapvirtuous.table.Table;
import java.net.URI;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A webhook that is to be.
 *
 * @param url where Virtuous shall send events
 * @param tables of whose changes it shall tell
 * @param secret by which it shall sign them
 */
public record Wish(URI url, List<Table> tables, Secret secret) {
  public Wish {
    tables = List.copyOf(tables);
  }

  /** Why there is none, as far as is known. */
  public JsonNode notCreated(String reason) {
    return told().put(Meta.CREATED, false).put(Meta.REASON, reason);
  }

  /** As Virtuous wants to be told. */
  String request() {
    var webhook = JsonNodeFactory.instance.objectNode();
    webhook.put("payloadUrl", url.toString());
    webhook.put("secret", secret.value()).put("active", true);
    EventTables.put(tables, webhook);
    return webhook.toString();
  }

  ObjectNode told() {
    return tell(JsonNodeFactory.instance.objectNode());
  }

  ObjectNode tell(ObjectNode json) {
    json.put("url", url.toString());
    var names = json.putArray("tables");
    tables.forEach(table -> names.add(table.name()));
    return json;
  }
}
