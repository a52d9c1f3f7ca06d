package io.github.tapvirtuous.sync.keyed;

import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.row.PageRenderer;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.sample.Sample;
import io.github.tapvirtuous.sync.sample.Sampler;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.SchemaInference;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableSchema;
import io.github.tapvirtuous.virtuous.Page;
import io.github.tapvirtuous.virtuous.PageRequest;
import java.util.List;
import java.util.Optional;

/**
 * Asks for rows of a stream, in the columns of its schema. Where nobody gave one, the first rows
 * that come show it.
 */
public final class StreamRows {
  private final Asking asking;
  private final KeyedStream stream;
  private final StreamReport report;
  private final List<Column> seen;
  private Optional<TableSchema> schema;

  /**
   * Asks for nothing yet.
   *
   * @param seen columns that rows have shown before
   */
  public StreamRows(Asking asking, KeyedStream stream, StreamReport report, List<Column> seen) {
    this.asking = asking;
    this.stream = stream;
    this.report = report;
    this.seen = List.copyOf(seen);
    this.schema = stream.schema();
  }

  /** Whether its columns are known, so that rows can be asked for side by side. */
  boolean areKnown() {
    return schema.isPresent();
  }

  /** What is known of its columns by now. */
  public TableSchema schema() {
    return schema.orElseGet(() -> of(inference().infer(List.of())));
  }

  /** Columns that only rows have shown. */
  public List<Column> shown() {
    return inference().shown(schema().joined(seen));
  }

  private SchemaInference inference() {
    return new SchemaInference(stream.table(), asking.config().typing().dateTimes());
  }

  private TableSchema of(TableSchema found) {
    return found.joined(seen).incremental(stream.table());
  }

  /** A page of many rows. */
  Page<RenderedPage> page(PageRequest request) {
    if (areKnown()) {
      return asking.client().page(request, renderer(stream.table())::render, report);
    }
    var sample = asking.client().page(request, Sample::read, report);
    if (!sample.content().rows().isEmpty()) {
      schema = Optional.of(of(inference().infer(sample.content().rows())));
    }
    return sample.as(renderer(stream.table()).render(sample.content().reply()));
  }

  /** The only row of a page. Its columns are looked for among more rows, if they are not known. */
  Page<RenderedPage> alone(Table one) {
    if (!areKnown()) {
      var sampler = new Sampler(asking.client(), asking.config());
      var look = sampler.look(stream.table(), asking.config().reading().sampleSize(), report);
      schema = Optional.of(of(sampler.schema(look, report)));
    }
    var request = new PageRequest(one, 0, 1, false);
    return asking.client().page(request, renderer(one)::render, report);
  }

  private PageRenderer renderer(Table table) {
    return new PageRenderer(table, schema(), stream.deselected());
  }
}
