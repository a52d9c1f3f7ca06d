package io.github.tapvirtuous.virtuous.route;

import io.github.tapvirtuous.error.SourceException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a run knows of the way to Virtuous. Until there was a reply, one request asks at a time; if
 * it finds no way there, it has found that out for all.
 */
public final class Contact {
  private final ReentrantLock asking = new ReentrantLock();
  private final Set<String> served = ConcurrentHashMap.newKeySet();
  private volatile boolean made;
  private volatile Optional<SourceException> noWay = Optional.empty();

  /**
   * Waits for its turn to ask.
   *
   * @throws SourceException when another request has found no way
   */
  public void seek() throws InterruptedException {
    if (!made && !asking.isHeldByCurrentThread()) {
      asking.lockInterruptibly();
    }
    if (made) {
      stepAside();
    }
    noWay.ifPresent(Contact::rethrow);
  }

  private static void rethrow(SourceException known) {
    throw known;
  }

  /** A reply came, whatever it says: the server's name, and the way to it, are right. */
  public void make() {
    made = true;
    stepAside();
  }

  public boolean isMade() {
    return made;
  }

  /** What was asked for came. */
  public void served(String name) {
    served.add(name);
  }

  /** Whether anything came but this. */
  public boolean hasServedOthersThan(String name) {
    return served.stream().anyMatch(each -> !each.equals(name));
  }

  /** Lets another request ask meanwhile, if this one kept it waiting. */
  public void stepAside() {
    if (asking.isHeldByCurrentThread()) {
      asking.unlock();
    }
  }

  /** A request gave up without finding a way. */
  public void foundNoWay(SourceException failure) {
    if (!made) {
      noWay = Optional.of(failure);
    }
  }

  /** Whether no request will ever be sent again. */
  public boolean isHopeless() {
    return noWay.isPresent();
  }
}
