package io.github.tapvirtuous.sync.read;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.query.Chosen.KeyRange;
import io.github.tapvirtuous.sync.query.Condition;
import io.github.tapvirtuous.sync.scan.Ask;
import io.github.tapvirtuous.sync.scan.InFlight;
import io.github.tapvirtuous.sync.scan.Scan;
import io.github.tapvirtuous.sync.scan.ScanEnd;
import io.github.tapvirtuous.sync.scan.ScanReply;
import io.github.tapvirtuous.virtuous.FetchThreads;
import io.github.tapvirtuous.virtuous.Page;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A paged table, read by a {@link Scan} with some of its next pages in flight. */
final class TableBatches implements Batches {
  private static final Logger LOG = LoggerFactory.getLogger(TableBatches.class);

  private final String stream;
  private final Scan scan;
  private final Ledger ledger;
  private final InFlight<Fetch> inFlight;
  private final PageKeys keys = new PageKeys();
  private boolean begun;
  private String doubt = "";

  /** A reply on its way. */
  private record Fetch(Ask ask, Future<Page<RenderedPage>> promise) {}

  /**
   * Reads on from where the ledger stands.
   *
   * @param pageSize rows to ask for at a time
   * @param mostInFlight pages fetched at the same time
   * @param ranges how to ask for rows from a key on, if that can be asked; needed deep in a table
   */
  TableBatches(
      PageFetch fetch,
      Ledger ledger,
      int pageSize,
      int mostInFlight,
      Supplier<Optional<KeyRange>> ranges) {
    this.stream = fetch.stream();
    this.ledger = ledger;
    var known = new Once<>(ranges);
    scan = new Scan(ledger.position(), pageSize, known);
    inFlight =
        new InFlight<>(
            () -> fetch.inFlight(mostInFlight),
            ask -> new Fetch(ask, fetch.start(ask, condition(ask, known))),
            fetched -> fetched.promise().cancel(true));
  }

  private static Optional<Condition> condition(Ask ask, Supplier<Optional<KeyRange>> known) {
    return ask.part().isWhole() ? Optional.empty() : known.get().flatMap(ask.part()::condition);
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
    var fetched = nextPage();
    var page = FetchThreads.await(fetched.promise());
    var rows = scan.accept(reply(fetched.ask(), page));
    tellDoubt();
    scan.end().ifPresentOrElse(end -> inFlight.cancelAll(), this::prefetch);
    var sent = page.content().only(rows);
    ledger.enter(fetched.ask().place(), page, sent);
    return Optional.of(ledger.batch(page, sent.ofTable(scan.total()), checkpoint()));
  }

  /** Once the questions are answered for which it has to wait. */
  private Fetch nextPage() {
    var next = inFlight.next(scan);
    while (next.ask().isQuestion()) {
      answer(next);
      tellDoubt();
      next = inFlight.next(scan);
    }
    return next;
  }

  /** What brings no answer costs nothing but the way that it was asked for. */
  private void answer(Fetch question) {
    try {
      var page = FetchThreads.await(question.promise());
      scan.accept(reply(question.ask(), page));
      page.content().close();
    } catch (SourceException failure) {
      if (failure.kind().endsRun()) {
        throw failure;
      }
      scan.unanswered(failure.reason());
    }
  }

  private void tellDoubt() {
    if (!doubt.equals(scan.doubt())) {
      doubt = scan.doubt();
      LOG.info("{}: goes on by position, not from key to key: {}.", stream, doubt);
    }
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

  private ScanReply reply(Ask ask, Page<RenderedPage> page) {
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

  /** Asks once, when it is needed, and remembers. */
  private static final class Once<T> implements Supplier<T> {
    private final Supplier<T> source;
    private Optional<T> known = Optional.empty();

    Once(Supplier<T> source) {
      this.source = source;
    }

    @Override
    public T get() {
      if (known.isEmpty()) {
        known = Optional.of(source.get());
      }
      return known.get();
    }
  }
}
