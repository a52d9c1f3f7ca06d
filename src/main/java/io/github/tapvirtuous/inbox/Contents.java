package io.github.tapvirtuous.inbox;

import io.github.tapvirtuous.event.Event.Kind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an inbox holds.
 *
 * @param parts one for each stream and kind that it holds events of, in the order of the streams
 */
public record Contents(List<Part> parts) {
  /**
   * The events of one stream and kind.
   *
   * @param oldest when the first of them was received
   */
  public record Part(String stream, Kind kind, long count, Instant oldest) {}

  public Contents {
    parts =
        parts.stream()
            .sorted(Comparator.comparing(Part::stream).thenComparing(Part::kind))
            .toList();
  }

  /** How many events wait in all. */
  public long depth() {
    return parts.stream().mapToLong(Part::count).sum();
  }

  /** When the first of all was received. */
  public Optional<Instant> oldest() {
    return parts.stream().map(Part::oldest).min(Comparator.naturalOrder());
  }
}
