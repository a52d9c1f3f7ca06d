package io.github.tapvirtuous.sync.keyed;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.sample.Sample;
import io.github.tapvirtuous.virtuous.Page;
import io.github.tapvirtuous.virtuous.PageRequest;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Asks for rows one by one. That one is not there is believed only once another one was: where
 * Virtuous knows no such question, it finds nothing either.
 */
public final class LoneRows {
  private static final int NOT_FOUND = 404;

  /** Rows of which one should be found, unless all of them are archived. */
  private static final int SOME = 3;

  private final Asking asking;
  private final KeyedStream stream;
  private final StreamRows rows;
  private final StreamReport report;
  private OptionalLong sure = OptionalLong.empty();
  private Offer offer = Offer.UNKNOWN;

  private enum Offer {
    UNKNOWN,
    PROVEN,
    MISSING
  }

  public LoneRows(Asking asking, KeyedStream stream, StreamRows rows, StreamReport report) {
    this.asking = asking;
    this.stream = stream;
    this.rows = rows;
    this.report = report;
  }

  /** This row is there: it has just come. */
  public void isThere(long key) {
    sure = OptionalLong.of(key);
  }

  /** Whether rows can be asked for so; not known before one was. */
  public boolean areOffered() {
    return offer != Offer.MISSING;
  }

  /** The row; empty if it is gone, or if it turns out that rows are not {@link #areOffered}. */
  public Optional<Page<RenderedPage>> ask(long key) {
    var found = found(key);
    if (found.isEmpty() && offer == Offer.UNKNOWN) {
      offer = isProven() ? Offer.PROVEN : Offer.MISSING;
    }
    return found;
  }

  /** By a row that has come, and if that is gone meanwhile, or archived, by the first ones. */
  private boolean isProven() {
    if (sure.isPresent() && isFound(sure.getAsLong())) {
      return true;
    }
    var request = new PageRequest(stream.table(), 0, SOME, false);
    var some = asking.client().page(request, Sample::read, report).content();
    var hasNone = some.rows().isEmpty() && some.total() == 0;
    return hasNone
        || some.rows().stream()
            .map(row -> row.path(stream.table().key()))
            .anyMatch(key -> key.canConvertToLong() && isFound(key.asLong()));
  }

  private boolean isFound(long key) {
    var row = found(key);
    row.ifPresent(page -> page.content().close());
    return row.isPresent();
  }

  private Optional<Page<RenderedPage>> found(long key) {
    try {
      var page = rows.alone(stream.table().alone(key));
      if (KeyNumbers.of(page.content()).noneMatch(came -> came == key)) {
        throw another();
      }
      offer = Offer.PROVEN;
      return Optional.of(page);
    } catch (SourceException failure) {
      if (failure.kind() == Kind.FORBIDDEN || !failure.isRefusal()) {
        throw failure;
      }
      if (failure.status().orElse(0) != NOT_FOUND) {
        offer = Offer.MISSING;
      }
      return Optional.empty();
    }
  }

  private SourceException another() {
    return new SourceException(
        Kind.REPLY,
        stream.name() + ": asked for one row by its key, Virtuous sends another.",
        "Set \"webhook.mode\" to \"payload\", and tell the support of Virtuous.");
  }
}
