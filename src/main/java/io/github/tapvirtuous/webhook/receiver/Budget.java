package io.github.tapvirtuous.webhook.receiver;

import java.util.concurrent.atomic.AtomicLong;

/** Bytes of which no more than so many may be in use at once. */
final class Budget {
  private final AtomicLong left;

  Budget(long bytes) {
    this.left = new AtomicLong(bytes);
  }

  /** Whether there were as many; else nothing is taken. */
  boolean take(long bytes) {
    if (left.addAndGet(-bytes) >= 0) {
      return true;
    }
    left.addAndGet(bytes);
    return false;
  }

  void giveBack(long bytes) {
    left.addAndGet(bytes);
  }
}
