package io.github.tapvirtuous.virtuous.quota;

import io.github.tapvirtuous.virtuous.quota.Turn.Go;
import io.github.tapvirtuous.virtuous.quota.Turn.Hold;
import io.github.tapvirtuous.virtuous.quota.Turn.Reason;
import io.github.tapvirtuous.virtuous.quota.Turn.Rest;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides whether one more request may be sent; it never waits itself. Requests in flight count as
 * sent, and where nothing is known of the quota one request finds out for all. For one thread at a
 * time.
 */
final class Allowance {
  private static final long NONE = 0;

  private final int reserve;
  private long happened = NONE;
  private int inFlight;
  private Optional<Remainder> left = Optional.empty();
  private long learntAt = NONE;
  private Instant opensAt = Instant.MIN;
  private long closedAt = NONE;
  private boolean unsure;
  private long scout = NONE;

  /**
   * Nothing is known at first.
   *
   * @param reserve requests left to others; to keep it, even the first request goes alone
   */
  Allowance(int reserve) {
    this.reserve = reserve;
    this.unsure = reserve > 0;
  }

  /** A request that may go is in flight from now on, until it is {@code replied} or so. */
  Turn next(Instant now) {
    if (opensAt.isAfter(now)) {
      return new Rest(opensAt, Reason.REFUSED);
    }
    if (isUsedUp() && inFlight == 0) {
      var reset = left.orElseThrow().resetsAt();
      if (reset.isAfter(now)) {
        return new Rest(reset, reserve > 0 ? Reason.RESERVED : Reason.NOTHING_LEFT);
      }
      forget();
    }
    return isUsedUp() || (unsure && scout != NONE) ? new Hold() : go();
  }

  private boolean isUsedUp() {
    return left.filter(known -> known.requests() - inFlight <= reserve).isPresent();
  }

  private Go go() {
    inFlight++;
    happened++;
    if (unsure) {
      scout = happened;
    }
    return new Go(happened);
  }

  /** After a rest, whatever the wall clock has done meanwhile. */
  void rested(Rest rest) {
    if (opensAt.equals(rest.until())) {
      opensAt = Instant.MIN;
    }
    if (left.filter(known -> known.resetsAt().equals(rest.until())).isPresent()) {
      forget();
    }
  }

  private void forget() {
    left = Optional.empty();
    unsure = true;
  }

  /** Its reply shows that requests are welcome. */
  void replied(Go request, Optional<Remainder> told) {
    if (request.number() == scout) {
      unsure = false;
    }
    failed(request, told);
  }

  /** It came to nothing, for another reason than the quota. */
  void failed(Go request, Optional<Remainder> told) {
    end(request);
    told.ifPresentOrElse(now -> learn(request, now), () -> left = left.map(Remainder::spent));
  }

  private void learn(Go request, Remainder now) {
    var sentSince = request.number() > learntAt;
    if (left.isEmpty() || sentSince || now.isLaterThan(left.get())) {
      left = Optional.of(now);
      learntAt = ++happened;
    }
  }

  /**
   * It was refused for the quota. One that was on its way before the last refusal tells nothing new
   * once that one's wait is over.
   */
  void refused(Go request, Instant until, Instant now) {
    end(request);
    var isOpen = !opensAt.isAfter(now);
    if (isOpen && request.number() < closedAt) {
      return;
    }
    if (isOpen) {
      closedAt = ++happened;
    }
    opensAt = until.isAfter(opensAt) ? until : opensAt;
    forget();
  }

  private void end(Go request) {
    inFlight--;
    if (request.number() == scout) {
      scout = NONE;
    }
  }
}
