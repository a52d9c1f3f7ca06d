package io.github.tapvirtuous.virtuous;

import io.github.tapvirtuous.error.Seconds;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.error.UnusableReplyException;
import io.github.tapvirtuous.json.Bytes;
import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.virtuous.http.FailedTry;
import io.github.tapvirtuous.virtuous.http.HttpCall;
import io.github.tapvirtuous.virtuous.http.HttpReply;
import io.github.tapvirtuous.virtuous.http.RejectedRequest;
import io.github.tapvirtuous.virtuous.http.TooLittleMemory;
import io.github.tapvirtuous.virtuous.http.UnusableReply;
import io.github.tapvirtuous.virtuous.quota.Pause;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request until it is answered, however many tries that takes. */
final class Exchange<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
  private static final int BAD_REQUEST = 400;

  private final Parts parts;
  private final Function<Bytes, T> reader;
  private final StreamReport report;
  private Asked target;
  private int attempt = 1;
  private int heavyInARow;

  /** What all conversations of a client share. */
  record Parts(
      Contact contact,
      Attempt line,
      Room room,
      RequestBodies bodies,
      RetryPolicy policy,
      boolean waitsForQuota,
      Pause pause,
      ReplyMessage message) {}

  /** What was asked for in the end, and what came. */
  record Reply<T>(Asked asked, T content, HttpReply answer) {}

  Exchange(Parts parts, Asked target, Function<Bytes, T> reader, StreamReport report) {
    this.parts = parts;
    this.target = target;
    this.reader = reader;
    this.report = report;
  }

  Reply<T> hold() throws InterruptedException {
    try {
      return untilAnswered();
    } finally {
      parts.contact.stepAside();
    }
  }

  private Reply<T> untilAnswered() throws InterruptedException {
    while (true) {
      parts.contact.seek();
      var connectionReused = parts.contact.isMade();
      var alone = parts.room.isScarce();
      target = parts.room.fitting(target);
      var call = target.call(parts.bodies);
      try {
        return parts.room.take(() -> read(parts.line.send(call, report)));
      } catch (FailedTry failure) {
        if (!isFree(failure, call)) {
          prepareNext(failure, connectionReused, alone);
        }
      }
    }
  }

  private Reply<T> read(HttpReply given) throws FailedTry {
    try (var answer = given) {
      if (!answer.isSuccess()) {
        throw new RejectedRequest(answer, parts.message.of(answer));
      }
      var content = reader.apply(answer.body());
      parts.contact.served(target.name());
      return new Reply<>(target, content, answer);
    } catch (UnusableReplyException unusable) {
      throw TooLittleMemory.isBehind(unusable)
          ? new TooLittleMemory(unusable)
          : UnusableReply.malformed(unusable);
    }
  }

  /** Whether the request is sent again without using up a try. */
  private boolean isFree(FailedTry failure, HttpCall call) {
    if (!(failure instanceof RejectedRequest rejected)) {
      return false;
    }
    return switch (rejected.status()) {
      case RejectedRequest.TOO_MANY -> parts.waitsForQuota;
      case BAD_REQUEST -> parts.bodies.canRephrase(target, call);
      default -> false;
    };
  }

  private void prepareNext(FailedTry failure, boolean connectionReused, boolean alone)
      throws InterruptedException {
    var lighter = lighterAfter(failure);
    var policy = parts.policy.facing(failure, parts.contact.isMade());
    var pause =
        policy
            .after(failure, attempt, connectionReused)
            .filter(worthIt -> !isHopeless(failure, lighter, alone))
            .orElseThrow(() -> lastFailure(failure));
    LOG.warn("{}", words(failure, policy.tries(), pause, lighter));
    report.retried();
    if (!lighter.equals(target)) {
      report.halved();
    }
    target = lighter;
    attempt++;
    if (!failure.foundNoWay()) { // what it asks is whether there is a way
      parts.contact.stepAside();
    }
    rest(pause);
  }

  private void rest(Duration pause) throws InterruptedException {
    if (!pause.isZero()) {
      parts.pause.rest(pause, report);
    }
  }

  /** What does not fit, though it is alone and as little as can be asked for, never will. */
  private boolean isHopeless(FailedTry failure, Asked lighter, boolean alone) {
    return failure instanceof TooLittleMemory && alone && lighter.equals(target);
  }

  /**
   * The second heavy failure in a row halves the page, each further one again; a lack of memory
   * does at once.
   */
  private Asked lighterAfter(FailedTry failure) {
    if (failure instanceof TooLittleMemory) {
      return parts.room.less(target);
    }
    heavyInARow = failure.isHeavy() ? heavyInARow + 1 : 0;
    return heavyInARow >= 2 ? target.halved() : target;
  }

  private String words(FailedTry failure, int tries, Duration pause, Asked lighter) {
    return "%s: %s (try %d of %d); %s%s."
        .formatted(
            target.name(),
            failure.getMessage(),
            attempt,
            tries,
            pause.isZero() ? "trying again at once" : "trying again in " + Seconds.text(pause),
            lighter.equals(target) ? "" : " with half the rows");
  }

  /** A page that times out is no sign of a dead network where others were answered. */
  private Kind kind(FailedTry failure) {
    return failure.isHeavy() && parts.contact.isMade() ? Kind.REPLY : failure.kind();
  }

  private String fix(FailedTry failure) {
    return parts.contact.hasServedOthersThan(target.name())
        ? failure.fixWhereOthersCome()
        : failure.fix();
  }

  private SourceException lastFailure(FailedTry failure) {
    var tries = attempt == 1 ? "1 try" : attempt + " tries";
    var what = "failed after %s: %s.".formatted(tries, failure.getMessage());
    var last = new SourceException(kind(failure), target.name(), what, () -> fix(failure), failure);
    if (failure.foundNoWay()) {
      parts.contact.foundNoWay(last);
    }
    return last;
  }
}
