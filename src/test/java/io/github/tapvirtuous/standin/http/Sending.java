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
 * @param perThousandSkipped more of it for each thousand rows before a page
 * @param clock whose time the header {@code Date} tells
 */
public record Sending(boolean gzip, Duration latency, Duration perThousandSkipped, Clock clock) {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US);

  public StandInReply finished(StandInRequest request, StandInReply reply) {
    var skipped = perThousandSkipped.multipliedBy(request.skip()).dividedBy(1000);
    var late = reply.with(reply.delivery().after(latency.plus(skipped)));
    var dated = late.with("Date", date(clock.instant()));
    var zips = gzip && request.header("accept-encoding").contains("gzip");
    return zips && dated.body().length > 0 ? Gzip.zipped(dated) : dated;
  }

  private static String date(Instant instant) {
    return HTTP_DATE.format(instant.atOffset(ZoneOffset.UTC));
  }
}
