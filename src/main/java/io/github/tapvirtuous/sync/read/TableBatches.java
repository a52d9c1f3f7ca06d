package io.github.tapvirtuous.sync.read;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.scan.InFlight;
import io.github.tapvirtuous.sync.scan.Scan;
import io.github.tapvirtuous.sync.scan.ScanEnd;
import io.github.tapvirtuous.sync.scan.ScanReply;
import io.github.tapvirtuous.virtuous.FetchThreads;
import io.github.tapvirtuous.virtuous.Page;
import java.util.Optional;
import java.util.concurrent.Future;

/** A paged table, read by a {@link Scan} with some of its next pages in flight. */
final class TableBatches implements Batches {
  private final Scan scan;
  private final Ledger ledger;
  private final InFlight<Fetch> inFlight;
  private final PageKeys keys = new PageKeys();
  private boolean begun;

  /** A page on its way. */
  private record Fetch(Scan.Ask ask, Future<Page<RenderedPage>> promise) {}

  /**
   * Reads on from where the ledger stands.
   *
   * @param pageSize rows to ask for at a time
   * @param mostInFlight pages fetched at the same time
   */
  TableBatches(PageFetch fetch, Ledger ledger, int pageSize, int mostInFlight) {
    this.ledger = ledger;
    scan = new Scan(ledger.position(), pageSize);
    inFlight =
        new InFlight<>(
            () -> fetch.inFlight(mostInFlight),
            ask -> new Fetch(ask, fetch.start(ask)),
            fetched -> fetched.promise().cancel(true));
  }

  @Override
  public void prefetch() {
    inFlight.fill(scan);
  }

  @Override
  public Optional<Batch> next() {
    if (scan.end().isPresent()) {
      return Optional.empty();
    }
    stopIfAsked();
    var fetched = inFlight.next(scan);
    var page = FetchThreads.await(fetched.promise());
    var rows = scan.accept(reply(fetched.ask(), page));
    scan.end().ifPresentOrElse(end -> inFlight.cancelAll(), this::prefetch);
    var sent = page.content().only(rows);
    ledger.enter(page, sent);
    return Optional.of(new Batch(sent, page.receivedAt(), Optional.of(checkpoint())));
  }

  /** Between two pages; what stands before the first is the wait for it. */
  private void stopIfAsked() {
    if (begun && Thread.currentThread().isInterrupted()) {
      throw SourceException.stopped(new InterruptedException());
    }
    begun = true;
  }

  private Checkpoint checkpoint() {
    return scan.end()
        .map(end -> ledger.ended(end, scan.position()))
        .orElseGet(() -> ledger.reached(scan.position()));
  }

  private ScanReply reply(Scan.Ask ask, Page<RenderedPage> page) {
    var content = page.content();
    var summary = content.summary();
    return new ScanReply(
        ask,
        page.asked().take(),
        summary.length(),
        Math.min(summary.total(), Integer.MAX_VALUE), // as far as a skip reaches
        keys.of(content),
        summary.withoutKey());
  }

  @Override
  public boolean isNearlyDone() {
    return scan.end().isPresent() || inFlight.reachesEnd(scan);
  }

  Optional<ScanEnd> scanEnd() {
    return scan.end();
  }

  @Override
  public long rowsSoFar() {
    return scan.position().rowsSent();
  }

  @Override
  public ReadEnd end() {
    return ledger.close(scan.end().orElseThrow());
  }

  @Override
  public SourceException besides(SourceException failure) {
    return ledger.besides(failure);
  }

  @Override
  public void close() {
    inFlight.cancelAll();
  }
}
