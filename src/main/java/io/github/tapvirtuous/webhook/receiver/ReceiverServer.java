package io.github.tapvirtuous.webhook.receiver;

import io.github.tapvirtuous.event.Signature;
import io.github.tapvirtuous.inbox.Inbox;
import io.github.tapvirtuous.webhook.watch.InboxWatch;
import io.github.tapvirtuous.webhook.watch.Keeping;
import io.github.tapvirtuous.webhook.watch.Metrics;
import io.github.tapvirtuous.webhook.watch.Refusals;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.SerializedExecutor;

/** A server that takes events: makes its parts, and joins them. */
public final class ReceiverServer implements AutoCloseable {
  /** Where no events are taken. */
  public static final Set<String> HEALTH_PATHS = HealthEndpoint.PATHS;

  private static final int LEAST_THREADS = 4;
  private static final int THREAD_IDLE_MILLIS = 60_000;
  private static final long BUFFER_BYTES = 8L << 20;

  private final Server server;
  private final Doors doors;
  private final SlowRequests slow;
  private final InboxWatch watch;

  private ReceiverServer(Server server, Doors doors, SlowRequests slow, InboxWatch watch) {
    this.server = server;
    this.doors = doors;
    this.slow = slow;
    this.watch = watch;
  }

  /**
   * One that listens.
   *
   * @param signature that bodies must have, if any
   * @throws io.github.tapvirtuous.error.ConfigException if nobody can listen there
   */
  public static ReceiverServer start(
      Place place,
      Limits limits,
      Optional<Signature> signature,
      Keeping keeping,
      Inbox inbox,
      Clock clock) {
    var server = server(limits);
    var metrics = new Metrics();
    var refusals = new Refusals(clock, metrics);
    var slow = new SlowRequests(limits.request(), server.getScheduler(), refusals);
    var doors = Doors.open(place, server, limits, slow);
    var watch = new InboxWatch(inbox, clock, keeping);
    var budget = new Budget(limits.bodiesInHand());
    var large = new SerializedExecutor(server.getThreadPool());
    var parts =
        new EventParts(
            limits, clock, signature, inbox, budget, large, watch, slow, refusals, metrics);
    var health = new HealthEndpoint(metrics, watch);
    server.setErrorHandler(new QuietErrors(refusals));
    server.setHandler(
        new GracefulHandler(
            new Front(place.path(), doors, new EventEndpoint(parts), health, parts)));
    watch.start(metrics);
    start(server);
    slow.run();
    return new ReceiverServer(server, doors, slow, watch);
  }

  private static Server server(Limits limits) {
    var queue = new ArrayBlockingQueue<Runnable>(limits.queue());
    var threads = new QueuedThreadPool(limits.threads(), LEAST_THREADS, THREAD_IDLE_MILLIS, queue);
    threads.setName("receiver");
    var buffers = new ArrayByteBufferPool(-1, -1, -1, -1, BUFFER_BYTES, BUFFER_BYTES);
    var timer = new ScheduledExecutorScheduler("receiver-timer", true);
    var server = new Server(threads, timer, buffers);
    server.setStopTimeout(limits.request().plus(limits.answer()).toMillis());
    return server;
  }

  @SuppressWarnings("IllegalCatch")
  private static void start(Server server) {
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("the server does not start", e);
    }
  }

  /** Of events; the one that was asked for, or that was free. */
  public int port() {
    return doors.events().getLocalPort();
  }

  public int healthPort() {
    return doors.health().getLocalPort();
  }

  /** Returns when it has been closed. */
  public void join() throws InterruptedException {
    server.join();
  }

  /** Takes no more connections, and finishes what is in hand. */
  @Override
  public void close() {
    watch.close();
    slow.stop();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the server does not stop", e);
    }
  }
}
