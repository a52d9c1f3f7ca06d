package io.github.tapvirtuous.sync.read;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.message.RowVersion;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.scan.ScanEnd;
import java.util.Optional;

/** One row at most, which leaves no checkpoint. */
final class FirstRowBatches implements Batches {
  /** Of one row nobody expects more. */
  private static final ScanEnd WHOLE = new ScanEnd(Outcome.VERIFIED, "", false);

  private final SinglePage single;
  private final UnsentRows unsent;
  private final RowVersion version;
  private boolean done;
  private boolean firstIsUnsent;

  FirstRowBatches(PageFetch fetch, RowVersion version) {
    this.single = new SinglePage(fetch);
    this.unsent = fetch.unsentRows();
    this.version = version;
  }

  @Override
  public void prefetch() {
    single.prefetch();
  }

  @Override
  public Optional<Batch> next() {
    if (done) {
      return Optional.empty();
    }
    done = true;
    var page = single.await();
    unsent.count(page.asked().skip(), page.content().summary());
    firstIsUnsent = page.content().summary().withoutKey().contains(0);
    var row = first(page.content());
    return Optional.of(new Batch(row, page.receivedAt(), version, false, Optional.empty()));
  }

  private static RenderedPage first(RenderedPage page) {
    return page.only(page.rows() == 0 ? new int[0] : new int[] {0});
  }

  /** A look is in no hurry: a table that fails costs no request of the next. */
  @Override
  public boolean isNearlyDone() {
    return false;
  }

  @Override
  public long rowsSoFar() {
    return 0;
  }

  @Override
  public ReadEnd end() {
    if (firstIsUnsent) {
      throw unsent.failure(WHOLE);
    }
    return ReadEnd.of(WHOLE);
  }

  @Override
  public SourceException besides(SourceException failure) {
    return failure;
  }

  @Override
  public void close() {
    single.cancel();
  }
}
