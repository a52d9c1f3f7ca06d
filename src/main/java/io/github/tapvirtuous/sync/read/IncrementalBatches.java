package io.github.tapvirtuous.sync.read;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.scan.ScanEnd;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows that meet a condition; and after them the whole table, where those that came show that
 * Virtuous did not do what it was asked for. Nothing is said to be complete before that is sure.
 */
final class IncrementalBatches implements Batches {
  private static final Logger LOG = LoggerFactory.getLogger(IncrementalBatches.class);

  /** To the question itself: what else is wrong will be met again. */
  private static final int BAD_REQUEST = 400;

  private final String stream;
  private final TableBatches filtered;
  private final Asked asked;
  private final Function<String, Batches> whole;
  private Batches current;

  /**
   * What shows that the rows which come are those that were asked for.
   *
   * @param rows in words
   * @param stray what a page holds besides, in words; {@code ""} for nothing
   * @param lack what has not come when all have, likewise
   */
  record Asked(String rows, Function<RenderedPage, String> stray, Supplier<String> lack) {
    /**
     * Rows modified since a day.
     *
     * @param needsWitness whether a row has to come that only its modified date can have brought
     */
    static Asked byDate(DateWatch dates, boolean needsWitness) {
      return new Asked(
          "rows modified since a day",
          any -> dates.stray().map(modified -> "one of " + modified.split("T", -1)[0]).orElse(""),
          () ->
              needsWitness && !dates.isOwed()
                  ? "no row shows whether Virtuous looks at the modified or the create date"
                  : "");
    }

    static Asked byKey(long least) {
      return new Asked(
          "rows from a key on",
          page ->
              Arrays.stream(page.keys()).anyMatch(key -> key < least) ? "one of a lower key" : "",
          () -> "");
    }
  }

  /**
   * Asks for nothing yet.
   *
   * @param whole makes the read of everything; is told why
   */
  IncrementalBatches(
      String stream, TableBatches filtered, Asked asked, Function<String, Batches> whole) {
    this.stream = stream;
    this.filtered = filtered;
    this.asked = asked;
    this.whole = whole;
    this.current = filtered;
  }

  @Override
  public void prefetch() {
    current.prefetch();
  }

  @Override
  public Optional<Batch> next() {
    if (current != filtered) {
      return current.next();
    }
    try {
      var batch = filtered.next();
      var doubt = batch.map(this::doubt).orElse("");
      return doubt.isEmpty() ? batch : wholeAfter(batch, doubt);
    } catch (SourceException failure) {
      if (failure.status().orElse(0) != BAD_REQUEST) {
        throw failure;
      }
      begin("Virtuous refuses to be asked for the " + asked.rows() + " (HTTP 400)");
      return current.next();
    }
  }

  private Optional<Batch> wholeAfter(Optional<Batch> batch, String doubt) {
    begin(doubt);
    return batch.map(Batch::alone);
  }

  private void begin(String doubt) {
    LOG.info("{}: reads the whole table: {}.", stream, doubt);
    filtered.close();
    current = whole.apply(doubt);
    current.prefetch();
  }

  private String doubt(Batch batch) {
    var stray = asked.stray().apply(batch.rows());
    if (!stray.isEmpty()) {
      return "asked for " + asked.rows() + ", Virtuous sent " + stray;
    }
    return filtered.scanEnd().filter(end -> !end.gaveUp()).map(this::doubt).orElse("");
  }

  private String doubt(ScanEnd end) {
    if (!end.isWhole()) {
      return "the " + asked.rows() + " did not all come (" + end.why() + ")";
    }
    return asked.lack().get();
  }

  @Override
  public boolean isNearlyDone() {
    return current.isNearlyDone();
  }

  @Override
  public long rowsSoFar() {
    return current.rowsSoFar();
  }

  @Override
  public ReadEnd end() {
    return current.end();
  }

  @Override
  public SourceException besides(SourceException failure) {
    return current.besides(failure);
  }

  @Override
  public void close() {
    current.close();
  }
}
