package io.github.tapvirtuous.webhook.receiver;

import io.github.tapvirtuous.webhook.watch.Answer;
import io.github.tapvirtuous.webhook.watch.Refusals;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections whose request takes too long to come: whoever sends a byte now and then is
 * never idle, and would hold one for ever. When the server stops, also those without a request.
 */
final class SlowRequests implements Connection.Listener, Runnable {
  private static final int LOOKS = 8;

  private final Duration limit;
  private final Scheduler scheduler;
  private final Refusals refusals;
  private final Map<Connection, Progress> open = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  SlowRequests(Duration limit, Scheduler scheduler, Refusals refusals) {
    this.limit = limit;
    this.scheduler = scheduler;
    this.refusals = refusals;
  }

  @Override
  public void onOpened(Connection connection) {
    open.put(connection, new Progress());
  }

  @Override
  public void onClosed(Connection connection) {
    open.remove(connection);
  }

  /** The whole request is there, and has all the time that its answer takes. */
  void arrived(Request request) {
    progress(request).arrive();
  }

  /** What comes from now on belongs to the next request. */
  void answered(Request request) {
    progress(request).settle(request.getConnectionMetaData().getConnection().getBytesIn());
  }

  private Progress progress(Request request) {
    var connection = request.getConnectionMetaData().getConnection();
    return open.getOrDefault(connection, new Progress()); // closed meanwhile
  }

  /** From now on, a connection is closed as soon as nothing of a request is under way on it. */
  void stop() {
    stopping = true;
  }

  /** Looks at all connections, again and again. */
  @Override
  public void run() {
    var now = System.nanoTime();
    open.forEach((connection, progress) -> look(connection, progress, now));
    scheduler.schedule(this, limit.toMillis() / LOOKS, TimeUnit.MILLISECONDS);
  }

  private void look(Connection connection, Progress progress, long now) {
    if (stopping && progress.isIdle(connection.getBytesIn())) {
      open.remove(connection);
      connection.getEndPoint().close();
    } else if (progress.hasLasted(connection.getBytesIn(), now).compareTo(limit) > 0) {
      open.remove(connection);
      refusals.add(Answer.TOO_SLOW);
      connection.getEndPoint().close(new TimeoutException());
    }
  }

  /** How far the current request of a connection is. */
  private static final class Progress {
    private long settled;
    private boolean isAnswering;
    private boolean hasBegun;
    private long since;

    synchronized void arrive() {
      isAnswering = true;
    }

    synchronized void settle(long bytesIn) {
      settled = bytesIn;
      isAnswering = false;
      hasBegun = false;
    }

    synchronized boolean isIdle(long bytesIn) {
      return !isAnswering && bytesIn <= settled;
    }

    synchronized Duration hasLasted(long bytesIn, long now) {
      if (isAnswering || bytesIn <= settled) {
        return Duration.ZERO;
      }
      if (!hasBegun) {
        hasBegun = true;
        since = now;
      }
      return Duration.ofNanos(now - since);
    }
  }
}
