package io.github.tapvirtuous.virtuous;

import static io.github.tapvirtuous.virtuous.RetryPolicy.Trait.AT_ONCE;
import static io.github.tapvirtuous.virtuous.RetryPolicy.Trait.HEAVY;
import static io.github.tapvirtuous.virtuous.RetryPolicy.Trait.MAY_BE_IDLE;
import static io.github.tapvirtuous.virtuous.RetryPolicy.Trait.NO_WAY;
import static io.github.tapvirtuous.virtuous.RetryPolicy.Trait.REPEAT;

import io.github.tapvirtuous.config.TapConfig.Limits;
import io.github.tapvirtuous.virtuous.http.Failure;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what follows a failed attempt; it never waits itself.
 *
 * @param tries for one call
 * @param pause between two of them
 * @param waitsForQuota whether a 429 is waited for, and uses up no try
 */
record RetryPolicy(int tries, Duration pause, boolean waitsForQuota) {
  private static final int TOO_MANY = 429;
  private static final int FEW_TRIES = 3;
  private static final Duration QUICK_PAUSE = Duration.ofSeconds(1);

  /** What is to be known of a failure. */
  enum Trait {
    /** The same request may succeed in a moment. */
    REPEAT,
    /** Fewer rows may help. */
    HEAVY,
    /** Waiting does not help. */
    AT_ONCE,
    /** A connection broke that the server may have closed while it was idle. */
    MAY_BE_IDLE,
    /** The server was not reached at all, so that nothing is known of it yet. */
    NO_WAY
  }

  /** The table of what may be tried again: by what came in the place of a reply. */
  private static Set<Trait> traits(Failure failure) {
    return switch (failure.kind()) {
      case TIMED_OUT -> Set.of(REPEAT, HEAVY); // smaller pages come sooner
      case UNKNOWN_HOST, NO_CONNECTION -> Set.of(REPEAT, NO_WAY); // networks come back
      case UNTRUSTED -> Set.of(); // a certificate stays what it is
      case TLS, BROKEN -> Set.of(REPEAT, MAY_BE_IDLE); // TLS has its own words for a closed line
      case REFUSED_TUNNEL -> traitsOfTunnel(failure.status());
      case STATUS -> traitsOfStatus(failure.status());
      case UNUSABLE -> Set.of(REPEAT); // cut off or garbled on its way
      case TOO_LARGE -> Set.of(REPEAT, HEAVY);
      case TOO_LITTLE_MEMORY -> Set.of(REPEAT, HEAVY, AT_ONCE); // waiting makes no room
    };
  }

  /** By the status of the server. */
  private static Set<Trait> traitsOfStatus(int status) {
    return switch (status) {
      case 500, 502, 504 -> Set.of(REPEAT, HEAVY); // how a query that takes too long ends
      case 408, TOO_MANY -> Set.of(REPEAT); // too slow or too early: it was not looked at
      case 503, 520 -> Set.of(REPEAT); // the server, or what Cloudflare sees of it, is away
      default -> Set.of(); // what it says of the request stays true
    };
  }

  /** By the status of a proxy. */
  private static Set<Trait> traitsOfTunnel(int status) {
    return switch (status) {
      case 408, TOO_MANY, 500, 502, 503, 504 -> Set.of(REPEAT, NO_WAY); // it lacks a way itself
      default -> Set.of(NO_WAY); // it does not want to
    };
  }

  static RetryPolicy patient(Limits limits) {
    return new RetryPolicy(limits.retryLimit(), limits.retryDelay(), true);
  }

  /** One try, and never a wait: whatever comes is the reply. */
  static RetryPolicy once() {
    return new RetryPolicy(1, Duration.ZERO, false);
  }

  /** For what is worth a few tries, and the usual pause between them. */
  RetryPolicy brief() {
    return new RetryPolicy(Math.min(tries, FEW_TRIES), pause, waitsForQuota);
  }

  /** The policy for a call: one that must not be repeated is sent once. */
  RetryPolicy of(Endpoint<?> endpoint) {
    return endpoint.isRepeatable() ? this : once();
  }

  /**
   * The policy for a failure. Where there was no way to the server yet, its name is more likely
   * wrong than the network away, so that patience would only hide the mistake.
   *
   * @param contactMade whether there was a reply in this run
   */
  RetryPolicy facing(Failure failure, boolean contactMade) {
    return foundNoWay(failure) && !contactMade ? quick() : this;
  }

  private RetryPolicy quick() {
    var shorter = pause.compareTo(QUICK_PAUSE) < 0 ? pause : QUICK_PAUSE;
    return new RetryPolicy(Math.min(tries, FEW_TRIES), shorter, waitsForQuota);
  }

  /** Whether fewer rows may help. */
  static boolean isHeavy(Failure failure) {
    return traits(failure).contains(HEAVY);
  }

  /** Whether the server was not reached: its name is unknown, or it or a proxy refuses. */
  static boolean foundNoWay(Failure failure) {
    return traits(failure).contains(NO_WAY);
  }

  /** Whether the quota alone was in the way: its gate waits, and no try is used up. */
  boolean isWaitedFor(Failure failure) {
    return waitsForQuota && failure.isStatus(TOO_MANY);
  }

  /**
   * The pause before the next try. Empty means: give up.
   *
   * @param attempt the try that failed, from 1
   * @param connectionReused whether it may have met a connection that had been idle
   */
  Optional<Duration> after(Failure failure, int attempt, boolean connectionReused) {
    var traits = traits(failure);
    if (!traits.contains(REPEAT) || attempt >= tries) {
      return Optional.empty();
    }
    var wasIdle = attempt == 1 && connectionReused && traits.contains(MAY_BE_IDLE);
    if (traits.contains(AT_ONCE) || wasIdle) {
      return Optional.of(Duration.ZERO);
    }
    var asked = failure.retryAfter();
    return Optional.of(asked.isZero() ? pause : asked); // zero would hammer the server
  }
}
