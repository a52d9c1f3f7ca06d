package io.github.tapvirtuous.inbox;

import io.github.tapvirtuous.event.Event;
import java.time.Instant;

/**
 * An event as it lies in an inbox. Its time has microseconds, and a name that Virtuous would hardly
 * give a delivery has become a digest.
 *
 * @param number its own, for ever
 */
public record StoredEvent(long number, Instant receivedAt, Event event) {}
