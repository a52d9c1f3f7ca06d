package io.github.tapvirtuous.event;

import java.time.Instant;
import java.util.List;

/**
 * What one body told: a payload or a list of payloads, in any of the shapes in which Virtuous is
 * known to send them.
 *
 * <pre>
 * {"event":"GiftUpdate","eventId":"…","eventDateTimeUtc":"…","gift":{"id":7001,…}}
 * {"event":"GiftUpdate","models":[{"gift":{"id":7001,…}},…]}
 * {"eventType":"gift.updated","eventId":"…","timestamp":"…","data":{"id":7001,…}}
 * </pre>
 *
 * @param unknown events of no table, and those that do not say of which row they tell
 * @param nameless of the unknown, those that are no payload at all: they name no event
 */
public record Delivery(List<Event> events, int unknown, int nameless) {
  public Delivery {
    events = List.copyOf(events);
  }

  /**
   * Reads a body; what is unknown in it is counted, and no error.
   *
   * @param receivedAt no event of it happened later
   * @throws UnreadableDeliveryException unless it is JSON
   */
  public static Delivery read(byte[] body, Instant receivedAt) throws UnreadableDeliveryException {
    var json = JsonParts.checked(body);
    var reading = new DeliveryReader(receivedAt);
    JsonParts.elements(json)
        .ifPresentOrElse(
            payloads -> payloads.forEach(each -> reading.payload(JsonParts.members(each))),
            () -> reading.payload(JsonParts.members(json)));
    return reading.delivery();
  }
}
