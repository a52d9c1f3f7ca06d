package io.github.tapvirtuous.virtuous.quota;

import io.github.tapvirtuous.virtuous.quota.Turn.Go;
import io.github.tapvirtuous.virtuous.quota.Turn.Rest;
import java.time.Clock;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Where every request of the run waits for the quota: one of them sleeps until it opens, the others
 * for what that one finds.
 */
final class RateLimitGate {
  private final Allowance allowance;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean somebodyRests;

  RateLimitGate(Allowance allowance, Clock clock) {
    this.allowance = allowance;
    this.clock = clock;
  }

  /** How to rest. */
  interface Resting {
    /**
     * Returns when it is over.
     *
     * @param longer whether it goes on from a rest before
     */
    void rest(Rest rest, boolean longer) throws InterruptedException;
  }

  /** Returns once the request may be sent; however it ends, {@link #left} has to be told. */
  Go pass(Resting resting) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      for (var longer = false; ; ) {
        var turn = allowance.next(clock.instant());
        if (turn instanceof Go request) {
          return request;
        } else if (turn instanceof Rest rest && !somebodyRests) {
          restFor(rest, longer, resting);
          longer = true;
        } else {
          changed.await();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Without the lock: replies of requests in flight may change what is known. */
  private void restFor(Rest rest, boolean longer, Resting resting) throws InterruptedException {
    somebodyRests = true;
    lock.unlock();
    try {
      resting.rest(rest, longer);
    } finally {
      lock.lock();
      somebodyRests = false;
      changed.signalAll(); // also when this one was stopped: another one rests in its place
    }
    allowance.rested(rest);
  }

  /** A request has ended; tells the allowance how. */
  void left(Consumer<Allowance> how) {
    lock.lock();
    try {
      how.accept(allowance);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
