package io.github.tapvirtuous.virtuous;

import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.virtuous.http.FailedTry;
import io.github.tapvirtuous.virtuous.http.HttpCall;
import io.github.tapvirtuous.virtuous.http.HttpReply;
import io.github.tapvirtuous.virtuous.http.HttpTransport;
import io.github.tapvirtuous.virtuous.http.UnusableReply;
import io.github.tapvirtuous.virtuous.quota.Quota;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The line to Virtuous: sends a request when the quota allows it, with the key, and logs it. */
final class Attempt {
  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);
  private static final int NO_REPLY = 0;

  private final HttpTransport transport;
  private final Authorization authorization;
  private final Quota quota;
  private final Contact contact;
  private final Clock clock;

  Attempt(
      HttpTransport transport,
      Authorization authorization,
      Quota quota,
      Contact contact,
      Clock clock) {
    this.transport = transport;
    this.authorization = authorization;
    this.quota = quota;
    this.contact = contact;
    this.clock = clock;
  }

  /** One try: returns any reply but a 401. */
  HttpReply send(HttpCall call, StreamReport report) throws FailedTry, InterruptedException {
    return authorization.send(header -> exchange(call, header, report));
  }

  private HttpReply exchange(HttpCall call, String header, StreamReport report)
      throws FailedTry, InterruptedException {
    try (var permit = quota.permit(report)) {
      report.requestSent();
      var answer = timed(call, header, report);
      contact.make();
      permit.answered(answer);
      return answer;
    } catch (UnusableReply begun) {
      contact.make();
      throw begun;
    }
  }

  private HttpReply timed(HttpCall call, String header, StreamReport report)
      throws FailedTry, InterruptedException {
    var start = clock.instant();
    var status = NO_REPLY;
    try {
      var answer = transport.send(call, header);
      status = answer.status();
      return answer;
    } finally {
      told(call, status, start, report);
    }
  }

  private void told(HttpCall call, int status, Instant start, StreamReport report) {
    var duration = Duration.between(start, clock.instant());
    report.answered(status, duration);
    LOG.debug(
        "{} {}: {} in {} ms",
        call.method(),
        call.pathAndQuery(),
        status == NO_REPLY ? "no reply" : status,
        duration.toMillis());
  }
}
