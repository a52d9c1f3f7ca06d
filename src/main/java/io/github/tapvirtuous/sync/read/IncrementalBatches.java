package io.github.tapvirtuous.sync.read;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.sync.scan.ScanEnd;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows modified since a day; and after them the whole table, where those that came show that
 * Virtuous did not do what it was asked for. Nothing is said to be complete before that is sure.
 */
final class IncrementalBatches implements Batches {
  private static final Logger LOG = LoggerFactory.getLogger(IncrementalBatches.class);

  /** To the question itself: what else is wrong will be met again. */
  private static final int BAD_REQUEST = 400;

  private final String stream;
  private final TableBatches filtered;
  private final DateWatch dates;
  private final boolean needsWitness;
  private final Function<String, Batches> whole;
  private Batches current;

  /**
   * Asks for nothing yet.
   *
   * @param needsWitness whether a row has to come that only its modified date can have brought
   * @param whole makes the read of everything; is told why
   */
  IncrementalBatches(
      String stream,
      TableBatches filtered,
      DateWatch dates,
      boolean needsWitness,
      Function<String, Batches> whole) {
    this.stream = stream;
    this.filtered = filtered;
    this.dates = dates;
    this.needsWitness = needsWitness;
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
      var doubt = batch.isEmpty() ? "" : doubt();
      return doubt.isEmpty() ? batch : wholeAfter(batch, doubt);
    } catch (SourceException failure) {
      if (failure.status().orElse(0) != BAD_REQUEST) {
        throw failure;
      }
      begin("Virtuous refuses to be asked for the rows modified since a day (HTTP 400)");
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

  private String doubt() {
    if (dates.stray().isPresent()) {
      return "asked for rows modified since a day, Virtuous sent one of "
          + dates.stray().get().split("T", -1)[0];
    }
    return filtered.scanEnd().filter(end -> !end.gaveUp()).map(this::doubt).orElse("");
  }

  private String doubt(ScanEnd end) {
    if (!end.isWhole()) {
      return "the rows modified since a day did not all come (" + end.why() + ")";
    }
    return needsWitness && !dates.isOwed()
        ? "no row shows whether Virtuous looks at the modified or the create date"
        : "";
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
