package io.github.tapvirtuous.testing.webhook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Several connections that bring event after event, until the receiver is gone. */
public final class Senders {
  private final int port;
  private final AtomicLong next;
  private final CountDownLatch enough;
  private final Set<Long> taken = ConcurrentHashMap.newKeySet();
  private final List<Thread> threads = new ArrayList<>();

  private Senders(int port, AtomicLong next, int enough) {
    this.port = port;
    this.next = next;
    this.enough = new CountDownLatch(enough);
  }

  /**
   * So many, which have begun.
   *
   * @param next the next gift of which somebody tells
   */
  public static Senders start(int port, int count, AtomicLong next, int enough) {
    var senders = new Senders(port, next, enough);
    for (var i = 0; i < count; i++) {
      var thread = new Thread(senders::send, "sender");
      thread.setDaemon(true);
      thread.start();
      senders.threads.add(thread);
    }
    return senders;
  }

  private void send() {
    try (var connection = HookConnection.to(port)) {
      var status = 200;
      while (status > 0) { // 503 says to go on
        var gift = next.getAndIncrement();
        status = connection.say(GiftEvents.request(GiftEvents.body(gift, 2048))).reply().status();
        if (status == 200) {
          taken.add(gift);
          enough.countDown();
        }
      }
    } catch (IOException gone) {
      // what it took before counts
    }
  }

  /** Returns when enough events were taken. */
  public void untilEnough() throws InterruptedException {
    enough.await();
  }

  /** The gifts of all that was taken, once nobody sends any more. */
  public Set<Long> taken() throws InterruptedException {
    for (var thread : threads) {
      thread.join();
    }
    return Set.copyOf(taken);
  }
}
