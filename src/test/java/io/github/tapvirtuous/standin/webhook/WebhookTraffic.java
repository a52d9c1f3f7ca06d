package io.github.tapvirtuous.standin.webhook;

import java.time.Duration;

/** What has become of the requests that tell of changes. */
public final class WebhookTraffic {
  private long pending;
  private long taken;
  private long failed;
  private long lost;
  private long abandoned;

  /** Requests that are still to be made, or made again. */
  public synchronized long pending() {
    return pending;
  }

  /** Requests that were answered as they should be. */
  public synchronized long taken() {
    return taken;
  }

  /** Attempts that came to nothing, after which there may have been others. */
  public synchronized long failed() {
    return failed;
  }

  /** Requests that were never made, on purpose. */
  public synchronized long lost() {
    return lost;
  }

  /** Requests that failed until nobody wanted to try again. */
  public synchronized long abandoned() {
    return abandoned;
  }

  /** Waits until nothing is pending; whether that has come to pass within the time. */
  public synchronized boolean awaitNonePending(Duration most) throws InterruptedException {
    var end = System.nanoTime() + most.toNanos();
    while (pending > 0) {
      var left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  synchronized void begin() {
    pending++;
  }

  synchronized void lose() {
    lost++;
  }

  synchronized void fail() {
    failed++;
  }

  synchronized void take() {
    taken++;
    end();
  }

  synchronized void abandon() {
    abandoned++;
    end();
  }

  private void end() {
    pending--;
    notifyAll();
  }
}
