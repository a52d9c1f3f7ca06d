package io.github.tapvirtuous.virtuous;

import java.time.Instant;

/**
 * A page that came.
 *
 * @param asked what was asked for in the end: a heavy page is asked for with fewer rows
 * @param content what the reader made of the reply
 */
public record Page<T>(PageRequest asked, T content, Instant receivedAt, Instant sentAt) {}
