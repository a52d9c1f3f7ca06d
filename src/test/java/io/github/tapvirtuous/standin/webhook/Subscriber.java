package io.github.tapvirtuous.standin.webhook;

import io.github.tapvirtuous.standin.rows.RowChange;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * One who is told of changes.
 *
 * @param url as it was given, whatever that may be
 * @param secret signs what is sent; {@code ""} for nothing to be signed
 * @param events the switches that are on
 */
public record Subscriber(String url, String secret, Set<String> events) {
  public Subscriber {
    events = Set.copyOf(events);
  }

  /** As a webhook of the API says it. */
  public static Subscriber of(JsonNode webhook) {
    return new Subscriber(
        webhook.path("payloadUrl").asString(""),
        webhook.path("secret").asString(""),
        webhook
            .propertyStream()
            .filter(each -> each.getValue().asBoolean(false))
            .map(each -> each.getKey())
            .collect(Collectors.toSet()));
  }

  /** What is paused hears of nothing, later neither. */
  public boolean isActive() {
    return events.contains("active");
  }

  boolean wants(RowChange change) {
    return events.contains(change.event());
  }
}
