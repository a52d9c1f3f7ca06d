package io.github.tapvirtuous.airbyte;

import io.github.tapvirtuous.log.SecretMask;
import io.github.tapvirtuous.sync.ConnectionCheck;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whether the source can be read, as one message. */
public final class ConnectionStatus {
  private ConnectionStatus() {}

  /** Tables that the key may not read are named; it fails where that is all of them. */
  public static ObjectNode message(ConnectionCheck.Result result) {
    if (result.failure().isPresent()) {
      return failed(result.failure().get().getMessage());
    }
    var closed =
        result.tables().entrySet().stream()
            .filter(table -> !table.getValue().equals(ConnectionCheck.OK))
            .map(table -> table.getKey() + " (" + table.getValue() + ")")
            .collect(Collectors.joining(", "));
    if (closed.isEmpty()) {
      return status("SUCCEEDED", "");
    }
    var isOpen = result.tables().containsValue(ConnectionCheck.OK);
    return status(isOpen ? "SUCCEEDED" : "FAILED", "The api_key may not read: " + closed + ".");
  }

  public static ObjectNode failed(String why) {
    return status("FAILED", why);
  }

  private static ObjectNode status(String status, String text) {
    var message = JsonNodeFactory.instance.objectNode().put("type", "CONNECTION_STATUS");
    var body = message.putObject("connectionStatus").put("status", status);
    if (!text.isEmpty()) {
      body.put("message", SecretMask.masked(text));
    }
    return message;
  }
}
