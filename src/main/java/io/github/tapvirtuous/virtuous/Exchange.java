package io.github.tapvirtuous.virtuous;

import io.github.tapvirtuous.error.Seconds;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.UnusableReplyException;
import io.github.tapvirtuous.report.CallTally;
import io.github.tapvirtuous.virtuous.http.FailedAttempt;
import io.github.tapvirtuous.virtuous.http.Failure;
import io.github.tapvirtuous.virtuous.http.HttpReply;
import io.github.tapvirtuous.virtuous.http.ReplyMessage;
import io.github.tapvirtuous.virtuous.http.Request;
import io.github.tapvirtuous.virtuous.http.StatusFailure;
import io.github.tapvirtuous.virtuous.http.TooLittleMemory;
import io.github.tapvirtuous.virtuous.quota.Pause;
import io.github.tapvirtuous.virtuous.quota.RequestBudget;
import io.github.tapvirtuous.virtuous.route.Contact;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call until it has its reply, however many attempts that takes. */
final class Exchange<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;

  private final Parts parts;
  private final RetryPolicy policy;
  private final CallTally tally;
  private Endpoint<T> endpoint;
  private int attempt = 1;
  private int heavyInARow;

  /** What all exchanges of a client share. */
  record Parts(
      Contact contact,
      Attempt attempt,
      RequestBudget budget,
      Room room,
      Pause pause,
      ReplyMessage message) {}

  Exchange(Parts parts, RetryPolicy policy, Endpoint<T> endpoint, CallTally tally) {
    this.parts = parts;
    this.policy = policy.of(endpoint);
    this.endpoint = endpoint;
    this.tally = tally;
  }

  T hold() throws InterruptedException {
    try {
      return untilReplied();
    } finally {
      parts.contact.stepAside();
    }
  }

  private T untilReplied() throws InterruptedException {
    while (true) {
      parts.contact.seek();
      var connectionReused = parts.contact.isMade();
      var alone = parts.room.isScarce();
      endpoint = parts.room.fitting(endpoint);
      var request = endpoint.request();
      try {
        return parts.room.take(() -> read(parts.attempt.send(endpoint, request, tally)));
      } catch (FailedAttempt failed) {
        if (isFree(failed.failure(), request)) {
          throwIfUsedUp(endpoint.inWords() + ": " + failed.failure().words());
        } else {
          prepareNext(failed, connectionReused, alone);
        }
      }
    }
  }

  private T read(HttpReply given) throws FailedAttempt {
    try (var reply = given) {
      if (!reply.isSuccess()) {
        throw new FailedAttempt(StatusFailure.of(reply, parts.message.of(reply)));
      }
      var content = endpoint.read(reply);
      parts.contact.served(endpoint.inWords());
      return content;
    } catch (UnusableReplyException unusable) {
      throw TooLittleMemory.isBehind(unusable)
          ? new FailedAttempt(Failure.tooLittleMemory(), unusable)
          : new FailedAttempt(Failure.unusable(unusable), unusable);
    }
  }

  /** Whether the call is made again without using up a try. */
  private boolean isFree(Failure failure, Request request) {
    return policy.isWaitedFor(failure)
        || (failure.isStatus(BAD_REQUEST)
            && endpoint.isRepeatable()
            && endpoint.isRephrasedAfter(request));
  }

  private void prepareNext(FailedAttempt failed, boolean connectionReused, boolean alone)
      throws InterruptedException {
    var failure = failed.failure();
    var lighter = lighterAfter(failure);
    var facing = policy.facing(failure, parts.contact.isMade());
    var pause =
        facing
            .after(failure, attempt, connectionReused)
            .filter(worthIt -> !isHopeless(failure, lighter, alone))
            .orElseThrow(() -> lastFailure(failed));
    throwIfUsedUp(words(failure, facing.tries()));
    LOG.warn("{}; {}.", words(failure, facing.tries()), plan(pause, lighter));
    tally.retried();
    if (!lighter.equals(endpoint)) {
      tally.halved();
    }
    endpoint = lighter;
    attempt++;
    if (!RetryPolicy.foundNoWay(failure)) { // what it asks is whether there is a way
      parts.contact.stepAside();
    }
    rest(pause);
  }

  /** Before the pause, which would be for nothing. */
  private void throwIfUsedUp(String happened) {
    if (parts.budget.left() == 0) {
      LOG.warn("{}; no request is left for another.", happened);
      throw parts.budget.usedUp(endpoint.inWords());
    }
  }

  private void rest(Duration pause) throws InterruptedException {
    if (!pause.isZero()) {
      parts.pause.rest(pause, tally);
    }
  }

  /** What does not fit, though it is alone and as little as can be asked for, never will. */
  private boolean isHopeless(Failure failure, Endpoint<T> lighter, boolean alone) {
    return isOfMemory(failure) && alone && lighter.equals(endpoint);
  }

  /**
   * The second heavy failure in a row halves the page, each further one again; a lack of memory
   * does at once.
   */
  private Endpoint<T> lighterAfter(Failure failure) {
    if (isOfMemory(failure)) {
      return parts.room.less(endpoint);
    }
    heavyInARow = RetryPolicy.isHeavy(failure) ? heavyInARow + 1 : 0;
    return heavyInARow >= 2 ? endpoint.lighter() : endpoint;
  }

  private static boolean isOfMemory(Failure failure) {
    return failure.kind() == Failure.Kind.TOO_LITTLE_MEMORY;
  }

  private String words(Failure failure, int tries) {
    return "%s: %s (try %d of %d)".formatted(endpoint.inWords(), failure.words(), attempt, tries);
  }

  private String plan(Duration pause, Endpoint<T> lighter) {
    return (pause.isZero() ? "trying again at once" : "trying again in " + Seconds.text(pause))
        + (lighter.equals(endpoint) ? "" : " with half the rows");
  }

  /** A page that times out is no sign of a dead network where others came. */
  private SourceException.Kind kind(Failure failure) {
    return RetryPolicy.isHeavy(failure) && parts.contact.isMade()
        ? SourceException.Kind.REPLY
        : failure.meaning();
  }

  private String fix(Failure failure) {
    return endpoint.fixAfter(failure.serverStatus()).orElseGet(() -> usualFix(failure));
  }

  private String usualFix(Failure failure) {
    return failure.isStatus(NOT_FOUND) && parts.contact.hasServedOthersThan(endpoint.inWords())
        ? "This account has no such table: leave it out of \"tables\", or deselect it."
        : failure.fix();
  }

  private SourceException lastFailure(FailedAttempt failed) {
    var failure = failed.failure();
    var tries = attempt == 1 ? "1 try" : attempt + " tries";
    var what = "failed after %s: %s.".formatted(tries, failure.words());
    var last =
        new SourceException(
            kind(failure),
            endpoint.inWords(),
            failure.serverStatus(),
            what,
            () -> fix(failure),
            failed);
    if (RetryPolicy.foundNoWay(failure)) {
      parts.contact.foundNoWay(last);
    }
    return last;
  }
}
