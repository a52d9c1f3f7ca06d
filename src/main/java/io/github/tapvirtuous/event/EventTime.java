package io.github.tapvirtuous.event;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.tapvirtuous.text.TimestampText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** When events happened: as they say, but never later than they came. */
final class EventTime {
  private final Instant latest;

  EventTime(Instant receivedAt) {
    this.latest = receivedAt.truncatedTo(ChronoUnit.MICROS);
  }

  /** Of events that do not say. */
  Instant latest() {
    return latest;
  }

  /** Empty where a payload, or a part of it, does not say. */
  Optional<Instant> of(Map<String, String> payload) {
    return Stream.of(EventField.TIME, EventField.DOCUMENTED_TIME)
        .flatMap(name -> Optional.ofNullable(payload.get(name)).stream())
        .filter(json -> json.startsWith("\""))
        .flatMap(json -> JsonParts.text(json).flatMap(EventTime::read).stream())
        .findFirst()
        .map(time -> time.isAfter(latest) ? latest : time);
  }

  /** Without a zone it is UTC, as its name says. */
  private static Optional<Instant> read(String text) {
    var out = new byte[TimestampText.MAX_LENGTH];
    var length = TimestampText.normalise(text.toCharArray(), 0, text.length(), out);
    return length > 0
        ? Optional.of(Instant.parse(new String(out, 0, length, US_ASCII)))
        : Optional.empty();
  }
}
