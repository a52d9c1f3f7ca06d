package io.github.tapvirtuous.sync.read;

import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.scan.Ask;
import io.github.tapvirtuous.virtuous.FetchThreads;
import io.github.tapvirtuous.virtuous.Page;
import java.util.Optional;
import java.util.concurrent.Future;

/** The first page of a table, or the whole of a value array, on its way. */
final class SinglePage {
  /** One row is enough to look at; value arrays come whole whatever is asked for. */
  private static final Ask FIRST = new Ask(0, 1);

  private final PageFetch fetch;
  private Optional<Future<Page<RenderedPage>>> promise = Optional.empty();

  SinglePage(PageFetch fetch) {
    this.fetch = fetch;
  }

  void prefetch() {
    if (promise.isEmpty()) {
      promise = Optional.of(fetch.start(FIRST));
    }
  }

  boolean isAskedFor() {
    return promise.isPresent();
  }

  Page<RenderedPage> await() {
    prefetch();
    return FetchThreads.await(promise.orElseThrow());
  }

  void cancel() {
    promise.ifPresent(page -> page.cancel(true));
  }
}
