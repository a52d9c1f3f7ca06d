package io.github.tapvirtuous.testing.webhook;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** Several senders that bring each event again until it is taken, as Virtuous does. */
public final class PersistentSenders {
  private static final int SENDERS = 8;

  private final int port;
  private final int gifts;
  private final AtomicLong next = new AtomicLong(1);
  private final Semaphore taken = new Semaphore(0);
  private final BlockingQueue<HookReply> refused = new LinkedBlockingQueue<>();
  private int seen;

  private PersistentSenders(int port, int gifts) {
    this.port = port;
    this.gifts = gifts;
  }

  /** They have begun to tell of gifts 1 to so many. */
  public static PersistentSenders start(int gifts, int port) {
    var senders = new PersistentSenders(port, gifts);
    for (var i = 0; i < SENDERS; i++) {
      var thread = new Thread(senders::send, "sender");
      thread.setDaemon(true);
      thread.start();
    }
    return senders;
  }

  private void send() {
    for (var gift = next.getAndIncrement(); gift <= gifts; gift = next.getAndIncrement()) {
      while (!isTaken(gift)) {
        // again
      }
      taken.release();
    }
  }

  private boolean isTaken(long gift) {
    try {
      var reply = HookConnection.once(port, GiftEvents.request(GiftEvents.body(gift)));
      if (reply.status() != 200) {
        refused.add(reply);
      }
      return reply.status() == 200;
    } catch (IOException away) {
      return false;
    }
  }

  /** Returns when so many gifts in all were taken. */
  public void untilTaken(int count) throws InterruptedException {
    taken.acquire(count - seen);
    seen = count;
  }

  /** The first reply that refused one. */
  public HookReply untilRefused() throws InterruptedException {
    return refused.take();
  }
}
