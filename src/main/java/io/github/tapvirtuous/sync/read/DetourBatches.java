package io.github.tapvirtuous.sync.read;

import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.detour.DetourLedger;
import io.github.tapvirtuous.sync.detour.Parents;
import io.github.tapvirtuous.sync.state.StreamBookmark;
import io.github.tapvirtuous.table.Table.Detour;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows below each parent, parent after parent. The parents are listed before, and once more
 * after: those that are new by then have their turn, too.
 */
final class DetourBatches implements Batches {
  private static final Logger LOG = LoggerFactory.getLogger(DetourBatches.class);
  private static final int LISTINGS = 2;
  private static final int NOT_FOUND = 404;
  private static final int[] NO_ROWS = {};

  private final PageFetch fetch;
  private final StreamBookmark from;
  private final long total;
  private final TapConfig config;
  private final Clock clock;
  private final Detour detour;
  private final DetourLedger ledger;
  private final Parents parents;
  private final Deque<Below> open = new ArrayDeque<>();
  private TableBatches listing;
  private int listings;
  private Optional<Batch> lastOfListing = Optional.empty();
  private boolean done;

  /** The rows below one parent, the first of which are on their way. */
  private record Below(long parent, TableBatches rows) {}

  /**
   * Asks for nothing yet.
   *
   * @param total rows that there should be, -1 if that is not known
   */
  DetourBatches(PageFetch fetch, StreamBookmark from, long total, TapConfig config, Clock clock) {
    this.fetch = fetch;
    this.from = from;
    this.total = total;
    this.config = config;
    this.clock = clock;
    this.detour = fetch.detour();
    this.ledger = new DetourLedger(from, total, clock);
    this.parents = new Parents(ledger.first());
    this.listing = listing();
  }

  private TableBatches listing() {
    return batches(fetch.ofParents(), detour.parents().name(), Integer.MAX_VALUE);
  }

  /** What these have to say of their place is of no use to a later run. */
  private TableBatches batches(PageFetch some, String what, int largestPage) {
    var pages = Math.min(config.reading().pageSize(), largestPage);
    var unsent = new UnsentRows(what, some.key());
    return new TableBatches(
        some,
        new Ledger(from.anew("", clock.instant()), clock, unsent),
        pages,
        config.limits().maxConcurrentRequests(),
        Optional::empty);
  }

  @Override
  public void prefetch() {
    listing.prefetch();
  }

  @Override
  public Optional<Batch> next() {
    if (done) {
      return Optional.empty();
    }
    var rows = listings == 0 ? Optional.<Batch>empty() : nextRows();
    while (rows.isEmpty() && listings < LISTINGS) {
      list();
      rows = nextRows();
    }
    return rows.isPresent() ? rows : Optional.of(last());
  }

  private void list() {
    var keys = new HashSet<Long>();
    for (var page = listing.next(); page.isPresent(); page = listing.next()) {
      for (long key : page.get().rows().keys()) {
        keys.add(key);
      }
      closeListed();
      lastOfListing = page;
    }
    parents.list(keys);
    judge(listing);
    if (++listings < LISTINGS) {
      listing = listing();
      tellCost();
    }
  }

  private void closeListed() {
    lastOfListing.ifPresent(page -> page.rows().close());
    lastOfListing = Optional.empty();
  }

  private void tellCost() {
    LOG.info(
        "{}: rows come without \"{}\", so they are read below each of the {}: {} requests or more,"
            + " besides those that list the {} twice.",
        fetch.stream(),
        fetch.key(),
        detour.parents().name(),
        parents.count(),
        detour.parents().name());
  }

  private boolean judge(TableBatches some) {
    try {
      var end = some.end();
      if (!end.outcome().isSuccess()) {
        ledger.lack(end.why());
      }
      return end.outcome().isSuccess();
    } catch (SourceException unsent) {
      ledger.fail(unsent);
      return false;
    }
  }

  /** Of the parents that are known. */
  private Optional<Batch> nextRows() {
    openAhead();
    while (!open.isEmpty()) {
      stopIfAsked();
      var rows = rows(open.getFirst());
      if (rows.isPresent()) {
        return rows;
      }
      pass(open.remove());
      openAhead();
    }
    return Optional.empty();
  }

  private void openAhead() {
    var most = mostOpen();
    while (open.size() < most && parents.isAnyLeft()) {
      var parent = parents.next().orElseThrow();
      var below = batches(fetch.below(parent), fetch.stream(), detour.largestPage());
      below.prefetch();
      open.add(new Below(parent, below));
    }
  }

  /** Where requests are counted out, no parent takes any from the one before it. */
  private int mostOpen() {
    var limits = config.limits();
    return limits.hasMaxRequests() ? 1 : fetch.inFlight(limits.maxConcurrentRequests());
  }

  private static void stopIfAsked() {
    if (Thread.currentThread().isInterrupted()) {
      throw SourceException.stopped(new InterruptedException());
    }
  }

  /** A parent may go while it waits for its turn. */
  private Optional<Batch> rows(Below below) {
    ledger.begin(below.parent());
    try {
      return below.rows().next().map(it -> batch(it.rows(), it.extractedAt(), ledger.reached()));
    } catch (SourceException failure) {
      if (failure.status().orElse(0) != NOT_FOUND) {
        throw failure;
      }
      parents.isMissing(below.parent());
      return Optional.empty();
    }
  }

  private void pass(Below below) {
    var isMissing = below.rows().scanEnd().isEmpty();
    if (isMissing || judge(below.rows())) {
      ledger.pass(below.rows().rowsSoFar());
    }
    below.rows().close();
  }

  /** No rows, but the state after them all. */
  private Batch last() {
    done = true;
    if (parents.contradictions() > 0) {
      ledger.fail(contradiction());
    }
    var page = lastOfListing.orElseThrow();
    lastOfListing = Optional.empty();
    return batch(page.rows().only(NO_ROWS), page.extractedAt(), ledger.ended());
  }

  /** What is read below others never shows what is gone. */
  private Batch batch(RenderedPage rows, Instant extractedAt, Checkpoint after) {
    return new Batch(rows.ofTable(total), extractedAt, ledger.version(), false, Optional.of(after));
  }

  private SourceException contradiction() {
    var what =
        "%s: of %d of the %s that are listed Virtuous says that they are not found (HTTP 404).";
    return new SourceException(
        Kind.REPLY,
        what.formatted(fetch.stream(), parents.contradictions(), detour.parents().name()),
        "Try again later; if it stays, ask the support of Virtuous.");
  }

  @Override
  public boolean isNearlyDone() {
    return listings == LISTINGS && !parents.isAnyLeft() && open.size() <= 1;
  }

  @Override
  public long rowsSoFar() {
    return ledger.rowsBehind();
  }

  @Override
  public boolean hasMoved() {
    return ledger.hasMoved();
  }

  @Override
  public ReadEnd end() {
    return ReadEnd.of(ledger.end("below each of the " + detour.parents().name()));
  }

  @Override
  public SourceException besides(SourceException failure) {
    return ledger.besides(failure);
  }

  @Override
  public void close() {
    open.forEach(each -> each.rows().close());
    listing.close();
    closeListed();
  }
}
