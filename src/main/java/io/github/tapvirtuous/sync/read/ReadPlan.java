package io.github.tapvirtuous.sync.read;

import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.message.RowVersion;
import io.github.tapvirtuous.sync.query.Chosen.KeyRange;
import io.github.tapvirtuous.sync.query.Condition;
import io.github.tapvirtuous.sync.read.IncrementalBatches.Asked;
import io.github.tapvirtuous.sync.state.StreamBookmark;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Which rows of a stream a run reads. A new kind of read is a new plan. */
public sealed interface ReadPlan {

  /** Whether it begins with the first row of its table. */
  boolean isFromTheStart();

  /** What it reads; nothing is asked for yet. */
  Batches batches(PageFetch fetch, TapConfig config, Clock clock);

  /**
   * Every row of a paged table.
   *
   * @param from where its scan begins, or goes on
   * @param ranges how to ask for rows from a key on, if that can be asked; need not be proven
   */
  record WholeTable(StreamBookmark from, Supplier<Optional<KeyRange>> ranges) implements ReadPlan {
    @Override
    public boolean isFromTheStart() {
      return from.position().isStart();
    }

    @Override
    public Batches batches(PageFetch fetch, TapConfig config, Clock clock) {
      return pages(fetch, new Ledger(from, clock, fetch.unsentRows()), config, ranges);
    }
  }

  /**
   * Rows of a paged table that were modified since a day.
   *
   * @param ranges likewise
   * @param needsWitness whether a row has to come that only its modified date can have brought
   * @param otherwise what is read where the rows show that they are not those; is told why
   */
  record ModifiedSince(
      StreamBookmark from,
      Condition condition,
      Supplier<Optional<KeyRange>> ranges,
      boolean needsWitness,
      Function<String, ReadPlan> otherwise)
      implements ReadPlan {
    /** Not of the whole table. */
    @Override
    public boolean isFromTheStart() {
      return false;
    }

    @Override
    public Batches batches(PageFetch fetch, TapConfig config, Clock clock) {
      var ledger = new Ledger(from, clock, fetch.unsentRows());
      var filtered = pages(fetch.asking(condition), ledger, config, ranges);
      return new IncrementalBatches(
          fetch.stream(),
          filtered,
          Asked.byDate(ledger.dates(), needsWitness),
          why -> otherwise.apply(why).batches(fetch, config, clock));
    }
  }

  /**
   * Rows of a paged table from a key on.
   *
   * @param by how they are asked for
   * @param key that was the last one
   * @param otherwise likewise
   */
  record KeysFrom(StreamBookmark from, KeyRange by, long key, Function<String, ReadPlan> otherwise)
      implements ReadPlan {
    @Override
    public boolean isFromTheStart() {
      return false;
    }

    @Override
    public Batches batches(PageFetch fetch, TapConfig config, Clock clock) {
      var filtered =
          pages(
              fetch.asking(by.from(key)),
              new Ledger(from, clock, fetch.unsentRows()),
              config,
              () -> Optional.of(by));
      return new IncrementalBatches(
          fetch.stream(),
          filtered,
          Asked.byKey(key),
          why -> otherwise.apply(why).batches(fetch, config, clock));
    }
  }

  /**
   * Rows that come without their key, below each row of another table, where they come with it.
   *
   * @param total rows that there should be, -1 if that is not known
   */
  record Detour(StreamBookmark from, long total) implements ReadPlan {
    /** The table's own first page is no part of it. */
    @Override
    public boolean isFromTheStart() {
      return false;
    }

    @Override
    public Batches batches(PageFetch fetch, TapConfig config, Clock clock) {
      return new DetourBatches(fetch, from, total, config, clock);
    }
  }

  /** A list that one reply holds whole, such as a value array. */
  record OneList(StreamBookmark from) implements ReadPlan {
    @Override
    public boolean isFromTheStart() {
      return true;
    }

    @Override
    public Batches batches(PageFetch fetch, TapConfig config, Clock clock) {
      return new ListBatches(fetch, new Ledger(from, clock, fetch.unsentRows()));
    }
  }

  /**
   * One row at most, to see that it works.
   *
   * @param version that it carries, though no later run knows of it
   */
  record FirstRow(RowVersion version) implements ReadPlan {
    @Override
    public boolean isFromTheStart() {
      return true;
    }

    @Override
    public Batches batches(PageFetch fetch, TapConfig config, Clock clock) {
      return new FirstRowBatches(fetch, version);
    }
  }

  private static TableBatches pages(
      PageFetch fetch, Ledger ledger, TapConfig config, Supplier<Optional<KeyRange>> ranges) {
    var size = config.reading().pageSize();
    return new TableBatches(fetch, ledger, size, config.limits().maxConcurrentRequests(), ranges);
  }
}
