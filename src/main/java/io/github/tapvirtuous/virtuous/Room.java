package io.github.tapvirtuous.virtuous;

import io.github.tapvirtuous.virtuous.http.FailedAttempt;
import io.github.tapvirtuous.virtuous.http.Failure;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Java's memory has room for: all requests side by side, until a page did not fit. From then
 * on, for the rest of the run, one at a time, and no larger pages of that table.
 */
final class Room {
  private static final Logger LOG = LoggerFactory.getLogger(Room.class);

  /** Those side by side share it; whoever is to be alone waits until they are through. */
  private final ReentrantReadWriteLock places = new ReentrantReadWriteLock();

  private final Map<String, Integer> mostRows = new ConcurrentHashMap<>();
  private volatile boolean scarce;

  /** One try, from its request until its reply is read. */
  interface Try<T> {
    T make() throws FailedAttempt, InterruptedException;
  }

  /** Whether tries are made one at a time. */
  boolean isScarce() {
    return scarce;
  }

  /** As much of it as may fit. */
  <T> Endpoint<T> fitting(Endpoint<T> endpoint) {
    return endpoint.atMost(mostRows.getOrDefault(endpoint.inWords(), Integer.MAX_VALUE));
  }

  /** Makes a try; where memory runs out, it has failed. */
  <T> T take(Try<T> attempt) throws FailedAttempt, InterruptedException {
    var place = scarce ? places.writeLock() : places.readLock();
    place.lockInterruptibly();
    try {
      return attempt.make();
    } catch (OutOfMemoryError full) {
      throw new FailedAttempt(Failure.tooLittleMemory(), full);
    } finally {
      place.unlock();
    }
  }

  /** Less of what did not fit; itself where there is no less. */
  <T> Endpoint<T> less(Endpoint<T> full) {
    if (!scarce) {
      scarce = true;
      LOG.warn("Java's memory is small for pages in flight: one at a time from now on.");
    }
    var less = full.lighter();
    mostRows.merge(full.inWords(), less.rows(), Math::min);
    return less;
  }
}
