package io.github.tapvirtuous.standin.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What every reply gets on its way out.
 *
 * @param gzip for clients that can unzip
 * @param latency before the first byte
 * @param clock whose time the header {@code Date} tells
 */
public record Sending(boolean gzip, Duration latency, Clock clock) {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US);

  public StandInReply finished(StandInRequest request, StandInReply reply) {
    var late = reply.with(reply.delivery().after(latency));
    var dated = late.with("Date", date(clock.instant()));
    var zips = gzip && request.header("accept-encoding").contains("gzip");
    return zips && dated.body().length > 0 ? Gzip.zipped(dated) : dated;
  }

  private static String date(Instant instant) {
    return HTTP_DATE.format(instant.atOffset(ZoneOffset.UTC));
  }
}
