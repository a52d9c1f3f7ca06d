package io.github.tapvirtuous.virtuous.quota;

import io.github.tapvirtuous.report.CallTally;
import io.github.tapvirtuous.report.HourlyQuota;
import io.github.tapvirtuous.virtuous.http.HttpDates;
import io.github.tapvirtuous.virtuous.http.HttpReply;
import io.github.tapvirtuous.virtuous.http.RateLimit;
import io.github.tapvirtuous.virtuous.quota.Turn.Go;
import io.github.tapvirtuous.virtuous.quota.Turn.Rest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the hourly quota that every program of the organization shares. */
public final class Quota {
  private static final Logger LOG = LoggerFactory.getLogger(Quota.class);
  private static final int LOW = 100;
  private static final int TOO_MANY = 429;
  private static final int SERVER_FAILED = 500;
  private static final Duration WORTH_A_WORD = Duration.ofSeconds(1);
  private static final Duration WINDOW = Duration.ofHours(1);

  private final Pause pause;
  private final Clock clock;
  private final RateLimitGate gate;
  private final HttpDates dates = new HttpDates();
  private final boolean waits;
  private Instant quietUntil = Instant.MIN;
  private volatile HourlyQuota hour = HourlyQuota.UNKNOWN;

  /**
   * Watches for all requests of a run.
   *
   * @param reserve requests left to others
   * @param waits whether any request ever has to wait
   */
  public Quota(Pause pause, int reserve, boolean waits) {
    this.pause = pause;
    this.clock = pause.clock();
    this.gate = new RateLimitGate(new Allowance(reserve), clock);
    this.waits = waits;
  }

  /** As the last reply that spoke of it said. */
  public HourlyQuota hour() {
    return hour;
  }

  /** Waits until one more request may be sent. */
  public Permit permit(CallTally tally) throws InterruptedException {
    return waits
        ? new Permit(Optional.of(gate.pass((rest, longer) -> rest(rest, longer, tally))))
        : new Permit(Optional.empty());
  }

  private void rest(Rest rest, boolean longer, CallTally tally) throws InterruptedException {
    var left = Duration.between(clock.instant(), rest.until());
    if (!longer || left.compareTo(WORTH_A_WORD) >= 0) {
      LOG.warn("{}: {}.", tally.name(), RestWords.of(rest, clock, longer));
    }
    tally.waitsForQuota(rest.until());
    pause.rest(left, tally);
  }

  /** Leave to send one request; to be closed when that has ended, with a reply or without. */
  public final class Permit implements AutoCloseable {
    private Optional<Go> request;

    private Permit(Optional<Go> request) {
      this.request = request;
    }

    /** Heeds the reply's headers. */
    public void replied(HttpReply reply) {
      var limit = new RateLimit(reply, dates);
      limit.remaining().ifPresent(told -> hour = new HourlyQuota(limit.remaining(), limit.limit()));
      limit.remaining().filter(told -> told < LOW).ifPresent(told -> warn(told, limit));
      request.ifPresent(sent -> gate.left(allowance -> heed(sent, limit, allowance)));
      request = Optional.empty();
    }

    /** Without a reply, the server may have counted it all the same. */
    @Override
    public void close() {
      request.ifPresent(sent -> gate.left(allowance -> allowance.failed(sent, Optional.empty())));
      request = Optional.empty();
    }
  }

  private void heed(Go request, RateLimit limit, Allowance allowance) {
    var status = limit.reply().status();
    if (status == TOO_MANY) {
      var now = clock.instant();
      allowance.refused(request, now.plus(limit.pauseAfterTooMany()), now);
    } else if (status >= SERVER_FAILED) {
      allowance.failed(request, Remainder.of(limit));
    } else {
      allowance.replied(request, Remainder.of(limit));
    }
  }

  private synchronized void warn(long left, RateLimit limit) {
    var now = limit.reply().receivedAt();
    if (!now.isBefore(quietUntil)) {
      quietUntil = now.plus(limit.untilReset().orElse(WINDOW));
      LOG.warn("Only {} requests are left of the organization's hourly quota.", left);
    }
  }
}
