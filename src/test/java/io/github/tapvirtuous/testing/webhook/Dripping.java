package io.github.tapvirtuous.testing.webhook;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sends a byte now and then, until it is told to end. */
public final class Dripping implements AutoCloseable {
  private static final int MILLIS = 50;

  private final HookConnection connection;
  private final CountDownLatch end = new CountDownLatch(1);

  private Dripping(HookConnection connection) {
    this.connection = connection;
  }

  public static Dripping into(HookConnection connection) {
    var dripping = new Dripping(connection);
    var thread = new Thread(dripping::drip, "dripping");
    thread.setDaemon(true);
    thread.start();
    return dripping;
  }

  private void drip() {
    try {
      while (!end.await(MILLIS, TimeUnit.MILLISECONDS)) {
        connection.say("1");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** What it gets for it in the end. */
  public HookReply reply() throws IOException {
    return connection.reply();
  }

  @Override
  public void close() {
    end.countDown();
  }
}
