package io.github.tapvirtuous.sync;

import io.github.tapvirtuous.error.UnusableReplyException;
import io.github.tapvirtuous.row.PageRenderer;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.Extraction.Extent;
import io.github.tapvirtuous.sync.fetch.PageFetch;
import io.github.tapvirtuous.sync.fetch.PageSequence;
import io.github.tapvirtuous.sync.fetch.SinglePage;
import io.github.tapvirtuous.sync.fetch.TableScan;
import io.github.tapvirtuous.sync.state.Fingerprint;
import io.github.tapvirtuous.sync.state.Resumption;
import io.github.tapvirtuous.sync.state.StreamBookmark;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.virtuous.Page;
import java.util.Optional;

/** Makes streams ready to be read: finds their schema where no catalog gave one. */
final class Preparation {
  private final RunParts engine;
  private final Extent extent;
  private final Resumption resumption;
  private final Sampler sampler;

  Preparation(RunParts engine, Extent extent, Resumption resumption) {
    this.engine = engine;
    this.extent = extent;
    this.resumption = resumption;
    this.sampler = new Sampler(engine);
  }

  /** With the schema that a catalog gave. */
  PreparedStream selected(SelectedStream stream) {
    var renderer = renderer(stream);
    var prepared = prepared(stream, renderer);
    prepared.pages().prefetch();
    return prepared;
  }

  /** With the schema that the table shows; its first page is read once for both. */
  PreparedStream sampled(Table table) {
    if (table.isValueArray()) {
      return selected(SelectedStream.of(table, sampler.knownSchema(table)));
    }
    var tally = engine.report().stream(table.name(), table.call().path());
    var first = sampler.firstPage(table, engine.config().reading().pageSize(), tally);
    var stream = SelectedStream.of(table, sampler.schema(table, first, tally));
    var renderer = renderer(stream);
    var prepared = prepared(stream, renderer);
    if (prepared.bookmark().position().isStart()) {
      rendered(first, renderer).ifPresent(prepared.pages()::startWith);
    }
    prepared.pages().prefetch();
    return prepared;
  }

  private static PageRenderer renderer(SelectedStream stream) {
    return new PageRenderer(stream.table(), stream.schema(), stream.deselected());
  }

  /**
   * Empty for a reply that is good enough for a sample but not for rows, or too much for them: it
   * is asked for again.
   */
  private static Optional<Page<RenderedPage>> rendered(Page<Sample> page, PageRenderer renderer) {
    try {
      var rows = renderer.render(page.content().reply());
      return Optional.of(new Page<>(page.asked(), rows, page.receivedAt(), page.sentAt()));
    } catch (UnusableReplyException | OutOfMemoryError unfit) {
      return Optional.empty();
    }
  }

  private PreparedStream prepared(SelectedStream stream, PageRenderer renderer) {
    var tally = engine.report().stream(stream.stream(), stream.table().call().path());
    var bookmark =
        resumption.bookmark(
            stream.stream(), Fingerprint.of(engine.config(), stream.table(), stream.schema()));
    var fetch = new PageFetch(engine.client(), stream.table(), renderer, tally);
    return new PreparedStream(stream, pages(fetch, bookmark), tally, bookmark);
  }

  private PageSequence pages(PageFetch fetch, StreamBookmark bookmark) {
    if (fetch.table().isValueArray() || extent == Extent.ONE_ROW) {
      return new SinglePage(fetch, engine.threads(), 1);
    }
    return new TableScan(
        fetch,
        engine.threads(),
        bookmark.position(),
        engine.config().reading().pageSize(),
        engine.config().limits().maxConcurrentRequests());
  }
}
