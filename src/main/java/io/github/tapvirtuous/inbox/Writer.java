package io.github.tapvirtuous.inbox;

import io.github.tapvirtuous.error.InboxException;
import io.github.tapvirtuous.error.InboxException.Kind;
import io.github.tapvirtuous.inbox.database.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that stores for all. A commit costs a wait for the disk, however much is in it: while
 * one lasts, requests gather for the next.
 */
final class Writer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  private static final int MOST_WAITING = 1024;
  private static final int MOST_REQUESTS = 256;
  private static final long MOST_CHARACTERS = 8L << 20;
  private static final Duration NAP = Duration.ofMillis(100);

  private final Database database;
  private final BlockingQueue<StoreRequest> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread thread = new Thread(this::run, "inbox");
  private boolean hasBegun;
  private volatile boolean isClosed;

  Writer(Database database) {
    this.database = database;
    thread.setDaemon(true);
  }

  /** Never waits. The thread begins with the first request: a reader needs none. */
  synchronized void add(StoreRequest request) {
    if (isClosed || !waiting.offer(request)) {
      request.outcome().completeExceptionally(busy());
    } else if (!hasBegun) {
      hasBegun = true;
      thread.start();
    }
  }

  private InboxException busy() {
    return isClosed
        ? new InboxException(Kind.BUSY, "The inbox is being closed.", "Try again.")
        : new InboxException(
            Kind.BUSY, "More waits for the inbox than it can take.", "Try again in a while.");
  }

  private void run() {
    try {
      while (!isClosed || !waiting.isEmpty()) {
        var first = waiting.poll(NAP.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          store(withOthers(first));
        }
      }
    } catch (InterruptedException nobodyDoes) {
      Thread.currentThread().interrupt();
    }
  }

  private List<StoreRequest> withOthers(StoreRequest first) {
    var requests = new ArrayList<>(List.of(first));
    var size = first.size();
    while (requests.size() < MOST_REQUESTS && size < MOST_CHARACTERS) {
      var next = waiting.poll();
      if (next == null) {
        return requests;
      }
      requests.add(next);
      size += next.size();
    }
    return requests;
  }

  /** Whatever happens, the thread goes on. */
  private void store(List<StoreRequest> requests) {
    try {
      var stored = database.write(connection -> Insertion.of(connection, requests));
      for (var i = 0; i < stored.size(); i++) {
        requests.get(i).outcome().complete(stored.get(i));
      }
    } catch (InboxException failed) {
      if (failed.kind() == Kind.FAILED && requests.size() > 1) {
        requests.forEach(each -> store(List.of(each))); // one of them may have spoilt it for all
      } else {
        requests.forEach(each -> each.outcome().completeExceptionally(failed));
      }
    } catch (RuntimeException | Error bug) {
      LOG.error("Events could not be stored ({}).", bug.getClass().getName());
      requests.forEach(each -> each.outcome().completeExceptionally(bug));
    }
  }

  /** Ends when all that was taken is stored, or has failed. */
  @Override
  public void close() {
    synchronized (this) {
      isClosed = true;
    }
    var isInterrupted = Thread.interrupted();
    try {
      thread.join(); // returns at once if it has not begun
    } catch (InterruptedException again) {
      isInterrupted = true;
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
