package io.github.tapvirtuous.sync;

import io.github.tapvirtuous.config.TapConfig.Typing;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.message.MessagePort;
import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.row.Findings;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.Upcoming.PreparedStream;
import io.github.tapvirtuous.sync.read.Batch;
import io.github.tapvirtuous.sync.read.Batches;
import io.github.tapvirtuous.sync.read.ReadEnd;

/** Says one stream, from its first batch to its last. */
final class StreamSync {
  private final SelectedStream stream;
  private final Batches batches;
  private final StreamReport report;
  private final MessagePort port;
  private final Typing typing;

  StreamSync(PreparedStream prepared, MessagePort port, Typing typing) {
    this.stream = prepared.stream();
    this.batches = prepared.batches();
    this.report = prepared.report();
    this.port = port;
    this.typing = typing;
  }

  /**
   * Says every row, and after each batch where the stream stands.
   *
   * @param afterEach what else is worth doing while replies are on their way
   */
  ReadEnd run(Runnable afterEach) {
    report.goesOnAt(batches.rowsSoFar());
    try {
      sayAll(afterEach);
    } catch (SourceException failure) {
      throw batches.besides(failure);
    }
    return batches.end();
  }

  private void sayAll(Runnable afterEach) {
    var batch = batches.next(); // a table that cannot be read does not start
    port.started(stream.stream(), stream.schema());
    while (batch.isPresent()) {
      say(batch.get());
      afterEach.run();
      batch = batches.next();
    }
  }

  private void say(Batch batch) {
    try (var rows = batch.rows()) {
      Misfit.throwIfUnwanted(stream, rows.findings(), typing);
      if (rows.rows() > 0) {
        port.rows(stream.stream(), rows, batch.extractedAt(), batch.version());
      }
      book(rows);
    }
    if (batch.supersedes()) {
      port.superseded(stream.stream(), batch.version());
    }
    batch
        .checkpoint()
        .ifPresent(state -> port.checkpoint(stream.stream(), state, batch.rows().rows()));
  }

  /** Books rows that come otherwise than in batches; throws for those that are not wanted. */
  static void book(SelectedStream stream, RenderedPage rows, StreamReport report, Typing typing) {
    Misfit.throwIfUnwanted(stream, rows.findings(), typing);
    book(rows, report);
  }

  private void book(RenderedPage rows) {
    book(rows, report);
    report.reached(batches.rowsSoFar());
    report.moved(batches.hasMoved());
    if (rows.summary().total() >= 0) {
      report.total(rows.summary().total());
    }
  }

  private static void book(RenderedPage rows, StreamReport report) {
    report.pageWritten(rows.rows());
    var findings = rows.findings();
    findings.counts(Findings.Kind.DROPPED).forEach(report::dropped);
    findings.counts(Findings.Kind.MISMATCHED).forEach(report::mismatched);
    findings
        .counts(Findings.Kind.REPEATED)
        .forEach((field, number) -> report.note("names that came twice", number));
    if (rows.summary().skippedValues() > 0) {
      report.note("null or repeated values", rows.summary().skippedValues());
    }
  }
}
