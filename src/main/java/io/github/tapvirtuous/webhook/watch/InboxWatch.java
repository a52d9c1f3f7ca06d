package io.github.tapvirtuous.webhook.watch;

import io.github.tapvirtuous.error.InboxException;
import io.github.tapvirtuous.inbox.Contents;
import io.github.tapvirtuous.inbox.Inbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows how the inbox is, so that nobody who asks has to wait for it. Looks at it now and then, and
 * learns from every request.
 */
public final class InboxWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(InboxWatch.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
  private static final Duration BETWEEN_PURGES = Duration.ofHours(1);
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private final Inbox inbox;
  private final Clock clock;
  private final Keeping keeping;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(InboxWatch::thread);
  private Contents contents = new Contents(List.of());
  private Instant silentUntil = Instant.MIN;
  private Instant fullUntil = Instant.MIN;
  private boolean hasSaidSo;
  private boolean isReady = true;

  public InboxWatch(Inbox inbox, Clock clock, Keeping keeping) {
    this.inbox = inbox;
    this.clock = clock;
    this.keeping = keeping;
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "inbox-watch");
    thread.setDaemon(true);
    return thread;
  }

  public void start(Metrics metrics) {
    metrics.gauge("inbox_depth", "Events that wait for a sync.", () -> contents().depth());
    metrics.gauge(
        "inbox_oldest_age_seconds", "Since the first of them was received.", this::oldestAge);
    every(BETWEEN_LOOKS, this::look);
    every(BETWEEN_PURGES, this::purge);
  }

  private void every(Duration pause, Runnable work) {
    var unused =
        thread.scheduleWithFixedDelay(
            () -> tried(work), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Again and again, whatever happened the time before. */
  private void tried(Runnable work) {
    try {
      work.run();
    } catch (InboxException failure) {
      failed(failure);
    } catch (RuntimeException bug) {
      LOG.error("The inbox could not be looked at ({}).", bug.getClass().getName());
    }
  }

  /** Storing nothing shows whether something could be stored, but for room on the disk. */
  void look() {
    var now = inbox.contents();
    synchronized (this) {
      contents = now;
    }
    try {
      inbox.store(List.of(), clock.instant()).join();
      seemsToWork();
    } catch (CompletionException e) {
      throw e.getCause() instanceof InboxException failure ? failure : e;
    }
  }

  void purge() {
    var gone = inbox.forget(keeping.selected(), clock.instant().minus(keeping.others()));
    if (gone > 0) {
      LOG.info("Forgot {} old events of tables that no sync selects.", gone);
    }
  }

  private synchronized void seemsToWork() {
    if (!clock.instant().isBefore(fullUntil)) {
      works();
    }
  }

  public synchronized void works() {
    if (hasSaidSo) {
      LOG.info("The inbox takes events again.");
    }
    hasSaidSo = false;
    isReady = true;
  }

  /** A minute is silent after each line: an inbox may come and go. */
  public synchronized void failed(InboxException failure) {
    var now = clock.instant();
    if (isReady && !now.isBefore(silentUntil)) {
      LOG.warn("{} Until it takes events, requests are answered with 503.", failure.getMessage());
      hasSaidSo = true;
      silentUntil = now.plus(SILENCE);
    }
    isReady = false;
    if (failure.kind() == InboxException.Kind.FULL) {
      fullUntil = now.plus(SILENCE); // then an event may try again
    }
  }

  public synchronized boolean isReady() {
    return isReady;
  }

  synchronized Contents contents() {
    return contents;
  }

  private double oldestAge() {
    var now = clock.instant();
    Instant oldest = contents().oldest().orElse(now);
    return Duration.between(oldest, now).toMillis() / 1000.0;
  }

  /** Lets it finish what it does: the inbox goes next. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      var unused = thread.awaitTermination(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException again) {
      Thread.currentThread().interrupt();
    }
  }
}
