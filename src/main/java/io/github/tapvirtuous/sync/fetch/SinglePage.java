package io.github.tapvirtuous.sync.fetch;

import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.scan.Scan;
import io.github.tapvirtuous.sync.scan.ScanEnd;
import io.github.tapvirtuous.sync.state.ScanPosition;
import io.github.tapvirtuous.virtuous.FetchThreads;
import io.github.tapvirtuous.virtuous.Page;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** One page and no more: a value array, which one reply holds whole, or a first look at a table. */
public final class SinglePage implements PageSequence {
  private final PageFetch fetch;
  private final FetchThreads threads;
  private final int take;
  private Optional<Future<Page<RenderedPage>>> promise = Optional.empty();
  private Optional<ScanEnd> end = Optional.empty();

  /**
   * Reads the first rows.
   *
   * @param take how many to ask for; value arrays come whole
   */
  public SinglePage(PageFetch fetch, FetchThreads threads, int take) {
    this.fetch = fetch;
    this.threads = threads;
    this.take = take;
  }

  @Override
  public void startWith(Page<RenderedPage> first) {
    promise = Optional.of(CompletableFuture.completedFuture(first));
  }

  @Override
  public void prefetch() {
    if (promise.isEmpty()) {
      promise = Optional.of(threads.start(fetch.stream(), () -> fetch.page(new Scan.Ask(0, take))));
    }
  }

  @Override
  public Page<RenderedPage> next() {
    prefetch();
    var page = FetchThreads.await(promise.orElseThrow());
    var extent = page.content().extent();
    end = Optional.of(ScanEnd.byCount(extent.length(), extent.total(), true));
    return page;
  }

  @Override
  public boolean isNearlyDone() {
    return promise.isPresent();
  }

  @Override
  public Optional<ScanEnd> end() {
    return end;
  }

  @Override
  public ScanPosition position() {
    return ScanPosition.START;
  }

  @Override
  public void cancel() {
    promise.ifPresent(page -> page.cancel(true));
  }
}
