package io.github.tapvirtuous.standin.webhook;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A thread that is there from the first thing to do on. */
final class OwnThread implements Agenda {
  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(1, OwnThread::daemon, new ThreadPoolExecutor.DiscardPolicy());

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "stand-in webhooks");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void after(Duration delay, Runnable work) {
    var unused = executor.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
