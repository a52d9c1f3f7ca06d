package io.github.tapvirtuous.virtuous;

import io.github.tapvirtuous.virtuous.http.HttpDates;
import java.time.Instant;
import java.util.Optional;

/**
 * A page that came.
 *
 * @param asked what was asked for in the end: a heavy page is asked for with fewer rows
 * @param content what the reader made of the reply
 * @param date what the server's clock said, as it wrote it; {@code ""} if it did not
 */
public record Page<T>(
    PageRequest asked, T content, Instant receivedAt, Instant sentAt, String date) {
  /** Another reading of the same reply. */
  public <S> Page<S> as(S other) {
    return new Page<>(asked, other, receivedAt, sentAt, date);
  }

  /** By the server's clock; empty where it does not tell. */
  public Optional<Instant> serverTime() {
    return new HttpDates().instant(date);
  }
}
