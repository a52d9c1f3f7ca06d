package io.github.tapvirtuous.sync.fetch;

import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.scan.InFlight;
import io.github.tapvirtuous.sync.scan.Scan;
import io.github.tapvirtuous.sync.scan.ScanEnd;
import io.github.tapvirtuous.sync.scan.ScanReply;
import io.github.tapvirtuous.sync.state.ScanPosition;
import io.github.tapvirtuous.virtuous.FetchThreads;
import io.github.tapvirtuous.virtuous.Page;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** A paged table, read by a {@link Scan} with some of its next pages in flight. */
public final class TableScan implements PageSequence {
  private final Scan scan;
  private final InFlight<Fetch> inFlight;
  private final PageKeys keys = new PageKeys();

  /** A page on its way. */
  private record Fetch(Scan.Ask ask, Future<Page<RenderedPage>> promise) {}

  /**
   * Reads on from a position.
   *
   * @param pageSize rows to ask for at a time
   * @param mostInFlight pages fetched at the same time
   */
  public TableScan(
      PageFetch fetch, FetchThreads threads, ScanPosition from, int pageSize, int mostInFlight) {
    scan = new Scan(from, pageSize);
    inFlight =
        new InFlight<>(
            () -> fetch.client().inFlight(mostInFlight),
            ask -> new Fetch(ask, threads.start(fetch.stream(), () -> fetch.page(ask))),
            fetched -> fetched.promise().cancel(true));
  }

  @Override
  public void startWith(Page<RenderedPage> first) {
    var ask = scan.next();
    inFlight.startWith(ask, new Fetch(ask, CompletableFuture.completedFuture(first)));
  }

  @Override
  public void prefetch() {
    inFlight.fill(scan);
  }

  @Override
  public Page<RenderedPage> next() {
    var fetched = inFlight.next(scan);
    var page = FetchThreads.await(fetched.promise());
    var rows = scan.accept(reply(fetched.ask(), page));
    scan.end().ifPresentOrElse(end -> inFlight.cancelAll(), this::prefetch);
    return new Page<>(page.asked(), page.content().only(rows), page.receivedAt(), page.sentAt());
  }

  private ScanReply reply(Scan.Ask ask, Page<RenderedPage> page) {
    var content = page.content();
    var extent = content.extent();
    return new ScanReply(
        ask,
        page.asked().take(),
        extent.length(),
        Math.min(extent.total(), Integer.MAX_VALUE), // as far as a skip reaches
        keys.of(content),
        extent.withoutKey());
  }

  @Override
  public boolean isNearlyDone() {
    return scan.end().isPresent() || inFlight.reachesEnd(scan);
  }

  @Override
  public Optional<ScanEnd> end() {
    return scan.end();
  }

  @Override
  public ScanPosition position() {
    return scan.position();
  }

  @Override
  public void cancel() {
    inFlight.cancelAll();
  }
}
