package io.github.tapvirtuous.virtuous;

import io.github.tapvirtuous.report.CallTally;
import io.github.tapvirtuous.virtuous.http.EndOfLife;
import io.github.tapvirtuous.virtuous.http.FailedAttempt;
import io.github.tapvirtuous.virtuous.http.HttpReply;
import io.github.tapvirtuous.virtuous.http.Request;
import io.github.tapvirtuous.virtuous.quota.Quota;
import io.github.tapvirtuous.virtuous.quota.RequestBudget;
import io.github.tapvirtuous.virtuous.route.Contact;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt at a call: sent when the quota allows it, with the key, timed and logged. */
final class Attempt {
  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);
  private static final int NO_REPLY = 0;

  private final Transport transport;
  private final Authorization authorization;
  private final RequestBudget budget;
  private final Quota quota;
  private final Contact contact;
  private final Clock clock;
  private final AtomicBoolean endTold = new AtomicBoolean();

  /** Carries one request to Virtuous and its reply back. */
  @FunctionalInterface
  interface Transport {
    HttpReply send(Request request, String authorization)
        throws FailedAttempt, InterruptedException;
  }

  Attempt(
      Transport transport,
      Authorization authorization,
      RequestBudget budget,
      Quota quota,
      Contact contact,
      Clock clock) {
    this.transport = transport;
    this.authorization = authorization;
    this.budget = budget;
    this.quota = quota;
    this.contact = contact;
    this.clock = clock;
  }

  /** One try: returns any reply but a 401. */
  HttpReply send(Endpoint<?> endpoint, Request request, CallTally tally)
      throws FailedAttempt, InterruptedException {
    return authorization.send(endpoint.isRepeatable(), header -> exchange(request, header, tally));
  }

  private HttpReply exchange(Request request, String header, CallTally tally)
      throws FailedAttempt, InterruptedException {
    budget.take(tally.name()); // before the quota: nobody waits for what is not sent
    try (var permit = quota.permit(tally)) {
      tally.requestSent();
      var reply = timed(request, header, tally);
      contact.make();
      permit.replied(reply);
      new EndOfLife(reply).words().ifPresent(words -> warnOnce(request, words));
      return reply;
    } catch (FailedAttempt failed) {
      if (failed.failure().isOfReply()) {
        contact.make();
      }
      throw failed;
    }
  }

  /** The end of one endpoint is mostly that of all: a line each would bury the others. */
  private void warnOnce(Request request, String words) {
    if (endTold.compareAndSet(false, true)) {
      LOG.warn(
          "Virtuous announces the end of {}, of others too perhaps: {}. Look for a newer version"
              + " of tap-virtuous.",
          request.path(),
          words);
    }
  }

  private HttpReply timed(Request request, String header, CallTally tally)
      throws FailedAttempt, InterruptedException {
    var start = clock.instant();
    var reply = Optional.<HttpReply>empty();
    try {
      reply = Optional.of(transport.send(request, header));
      return reply.get();
    } finally {
      told(request, reply, start, tally);
    }
  }

  private void told(Request request, Optional<HttpReply> reply, Instant start, CallTally tally) {
    var duration = Duration.between(start, clock.instant());
    tally.requestEnded(reply.map(HttpReply::status).orElse(NO_REPLY), duration);
    LOG.debug(
        "{} {}: {} in {} ms{}",
        request.method(),
        request.pathAndQuery(),
        reply.map(given -> Integer.toString(given.status())).orElse("no reply"),
        duration.toMillis(),
        reply.flatMap(HttpReply::requestId).map(", X-Request-Id "::concat).orElse(""));
  }
}
