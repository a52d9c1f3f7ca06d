package io.github.tapvirtuous.quota;

import io.github.tapvirtuous.reply.Answer;
import io.github.tapvirtuous.reply.RateLimit;
import io.github.tapvirtuous.reply.RejectedRequest;
import io.github.tapvirtuous.reply.Seconds;
import io.github.tapvirtuous.report.StreamReport;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the hourly quota that every program of the organization shares. */
public final class Quota {
  private static final Logger LOG = LoggerFactory.getLogger(Quota.class);
  private static final int LOW = 100;
  private static final Duration WORTH_A_WORD = Duration.ofSeconds(1);
  private static final Duration WINDOW = Duration.ofHours(1);

  private final RateLimitGate gate;
  private final int reserve;
  private final boolean waits;
  private Instant quietUntil = Instant.MIN;

  /**
   * Watches for all requests of a run.
   *
   * @param reserve requests left to others
   * @param waits whether the gate is ever closed
   */
  public Quota(RateLimitGate gate, int reserve, boolean waits) {
    this.gate = gate;
    this.reserve = reserve;
    this.waits = waits;
  }

  /** Heeds the headers of a reply. */
  public void heed(Answer answer, StreamReport report) {
    var limit = new RateLimit(answer);
    limit.remaining().filter(left -> left < LOW).ifPresent(left -> warn(left, limit));
    if (!waits) {
      return;
    }
    if (answer.status() == RejectedRequest.TOO_MANY) {
      close(answer, limit.pauseAfterTooMany(), "HTTP 429, the quota is used up", report);
    } else {
      limit
          .pauseForReserve(reserve)
          .ifPresent(pause -> close(answer, pause, "rate_limit_reserve is reached", report));
    }
  }

  private void close(Answer answer, Duration pause, String reason, StreamReport report) {
    var more = gate.close(answer.sentAt(), pause);
    var closed = more.equals(pause);
    if (closed || more.compareTo(WORTH_A_WORD) >= 0) {
      var wait = closed ? Seconds.text(pause) : Seconds.text(more) + " longer";
      LOG.warn("{}: {}: all requests wait {}.", report.name(), reason, wait);
      report.waited(more);
    }
  }

  private synchronized void warn(long left, RateLimit limit) {
    var now = limit.answer().receivedAt();
    if (!now.isBefore(quietUntil)) {
      quietUntil = now.plus(limit.untilReset().orElse(WINDOW));
      LOG.warn("Only {} requests are left of the organization's hourly quota.", left);
    }
  }
}
