package io.github.tapvirtuous.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes events of payloads, and counts what is unknown among them. */
final class DeliveryReader {
  private static final int LONGEST_ID = 200;

  private final EventTime times;
  private final List<Event> events = new ArrayList<>();
  private int unknown;
  private int nameless;

  DeliveryReader(Instant receivedAt) {
    this.times = new EventTime(receivedAt);
  }

  Delivery delivery() {
    return new Delivery(events, unknown, nameless);
  }

  void payload(Map<String, String> payload) {
    var name = text(payload, EventField.NAME).or(() -> text(payload, EventField.DOCUMENTED_NAME));
    if (name.isEmpty()) {
      nameless++;
    }
    name.flatMap(EventName::of).ifPresentOrElse(known -> rows(known, payload), () -> unknown++);
  }

  private void rows(EventName name, Map<String, String> payload) {
    var models =
        Optional.ofNullable(payload.get(EventField.MODELS))
            .flatMap(json -> JsonParts.elements(JsonParts.bytes(json)));
    if (models.isEmpty()) {
      row(name, payload, payload, placeBefore(payload));
      return;
    }
    var place = 0;
    for (var model : models.get()) {
      row(name, payload, JsonParts.members(model), place++);
    }
  }

  /**
   * Adds the event of one row.
   *
   * @param holder of the record: the payload itself, or one of its models
   */
  private void row(
      EventName name, Map<String, String> payload, Map<String, String> holder, int place) {
    var found = FoundRecord.in(holder, name.table(), holder != payload);
    if (found.isEmpty()) {
      unknown++;
      return;
    }
    var id = text(holder, EventField.ID).or(() -> text(payload, EventField.ID));
    events.add(
        new Event(
            name.table(),
            found.get().key(),
            name.kind(),
            times.of(holder).or(() -> times.of(payload)).orElse(times.latest()),
            id.filter(text -> !text.isEmpty() && text.length() <= LONGEST_ID),
            place,
            found.get().json()));
  }

  /** Of an event that was one of several, and is a payload of its own now. */
  private static int placeBefore(Map<String, String> payload) {
    return FoundRecord.whole(payload.getOrDefault(EventField.PLACE, "0"))
        .filter(place -> place > 0 && place <= Integer.MAX_VALUE)
        .map(Long::intValue)
        .orElse(0);
  }

  private static Optional<String> text(Map<String, String> object, String name) {
    return Optional.ofNullable(object.get(name)).flatMap(JsonParts::text);
  }
}
