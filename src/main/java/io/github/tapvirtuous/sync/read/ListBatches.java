package io.github.tapvirtuous.sync.read;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.sync.scan.ScanEnd;
import io.github.tapvirtuous.sync.state.ScanPosition;
import java.util.Optional;

/** A list that one reply holds whole: one batch. */
final class ListBatches implements Batches {
  private final SinglePage single;
  private final Ledger ledger;
  private Optional<ScanEnd> end = Optional.empty();

  ListBatches(PageFetch fetch, Ledger ledger) {
    this.single = new SinglePage(fetch);
    this.ledger = ledger;
  }

  @Override
  public void prefetch() {
    single.prefetch();
  }

  @Override
  public Optional<Batch> next() {
    if (end.isPresent()) {
      return Optional.empty();
    }
    var page = single.await();
    var summary = page.content().summary();
    var judged = ScanEnd.byCount(summary.length(), summary.total(), true);
    end = Optional.of(judged);
    ledger.enter(0, page, page.content());
    var checkpoint = ledger.ended(judged, ScanPosition.START);
    return Optional.of(ledger.batch(page, page.content(), checkpoint));
  }

  @Override
  public boolean isNearlyDone() {
    return single.isAskedFor();
  }

  /** No later run can take up within a list. */
  @Override
  public long rowsSoFar() {
    return 0;
  }

  @Override
  public ReadEnd end() {
    return ledger.close(end.orElseThrow());
  }

  @Override
  public SourceException besides(SourceException failure) {
    return ledger.besides(failure);
  }

  @Override
  public void close() {
    single.cancel();
  }
}
