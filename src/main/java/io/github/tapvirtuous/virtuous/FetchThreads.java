package io.github.tapvirtuous.virtuous;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.report.CurrentStream;
import io.github.tapvirtuous.virtuous.http.TooLittleMemory;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that talk to Virtuous: as many as requests may be in flight. */
public final class FetchThreads implements AutoCloseable {
  private final ExecutorService threads;

  public FetchThreads(int count) {
    threads = Executors.newFixedThreadPool(count, named(new AtomicInteger()));
  }

  FetchThreads(ExecutorService threads) {
    this.threads = threads;
  }

  private static ThreadFactory named(AtomicInteger number) {
    return work -> {
      var thread = new Thread(work, "fetch-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Starts work for a stream, which the log names meanwhile. */
  public <T> Future<T> start(String stream, Callable<T> work) {
    return threads.submit(
        () -> {
          CurrentStream.begin(stream);
          try {
            return work.call();
          } finally {
            CurrentStream.end(); // the thread's next work may be for another one
          }
        });
  }

  /**
   * Waits for work to end; what it threw is thrown here.
   *
   * @throws SourceException of kind {@code STOPPED} when this thread is interrupted, of kind {@code
   *     REPLY} when Java's memory is too small for the pages in flight
   */
  public static <T> T await(Future<T> work) {
    try {
      return work.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw TooLittleMemory.isBehind(failed)
          ? tooLittleMemory(failed)
          : new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw SourceException.stopped(stopped);
    }
  }

  private static SourceException tooLittleMemory(ExecutionException failed) {
    return new SourceException(
        Kind.REPLY,
        "Java has too little memory for the pages in flight.",
        TooLittleMemory.advice(),
        failed);
  }

  /** Lets go of whatever is still in flight. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
