package io.github.tapvirtuous.airbyte;

import io.github.tapvirtuous.airbyte.line.DeletedRow;
import io.github.tapvirtuous.airbyte.line.RecordLine;
import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.message.MessagePort;
import io.github.tapvirtuous.message.RowKeys;
import io.github.tapvirtuous.message.RowVersion;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.row.Findings;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.SelectedStream;
import io.github.tapvirtuous.table.TableSchema;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what a read says as Airbyte's messages. */
public final class AirbyteMessages implements MessagePort {
  private static final Logger LOG = LoggerFactory.getLogger(AirbyteMessages.class);

  private final AirbyteOutput out;
  private final StreamStatuses statuses;
  private final ConfiguredCatalog catalog;
  private final Clock clock;
  private final Map<String, WholeRows> started = new HashMap<>();

  private final ResumedRows resumed = new ResumedRows();

  /** Records of a stream that no state speaks of yet. */
  private final Map<String, Long> unsettled = new HashMap<>();

  /** Says nothing yet. */
  public AirbyteMessages(
      AirbyteOutput out, StreamStatuses statuses, ConfiguredCatalog catalog, Clock clock) {
    this.out = out;
    this.statuses = statuses;
    this.catalog = catalog;
    this.clock = clock;
  }

  /**
   * Says again of a stream that it is complete, as an earlier attempt of the sync has brought it.
   */
  public void isDone(SelectedStream stream, Checkpoint state) {
    LOG.info("{}: an earlier attempt of this sync has brought all its rows.", stream.stream());
    started(stream.stream(), stream.schema());
    checkpoint(stream.stream(), state, 0);
    finished(stream.stream(), Outcome.VERIFIED);
  }

  /** The first row of a stream is not to come once more, if it has this key. */
  public void goesOnAt(String stream, long key) {
    resumed.goesOnAt(stream, key);
  }

  @Override
  public void started(String stream, TableSchema schema) {
    started.computeIfAbsent(stream, name -> new WholeRows(name, schema)).check(schema);
    statuses.started(stream);
  }

  @Override
  public void rows(String stream, RenderedPage rows, Instant extractedAt, RowVersion version) {
    if (rows.rows() > 0) {
      sayRows(stream, resumed.among(stream, rows), extractedAt);
    }
  }

  private void sayRows(String stream, RenderedPage rows, Instant extractedAt) {
    if (rows.rows() > 0) {
      LineLimit.check(stream, rows);
      statuses.running(stream);
      out.sayRows(rows, RecordLine.start(stream), ends(rows, extractedAt));
      unsettled.merge(stream, (long) rows.rows(), Long::sum);
    }
  }

  private static IntFunction<byte[]> ends(RenderedPage rows, Instant extractedAt) {
    var usual = RecordLine.end(extractedAt);
    var nulled = rows.findings().fields(Findings.Kind.MISMATCHED);
    return nulled.isEmpty()
        ? row -> usual
        : row -> nulled.containsKey(row) ? RecordLine.end(extractedAt, nulled.get(row)) : usual;
  }

  @Override
  public void deleted(String stream, RowKeys gone, Instant at, RowVersion version) {
    statuses.running(stream);
    var row = new DeletedRow(gone.column(), catalog.cursor(stream));
    var now = clock.instant();
    for (var key : gone.keys()) {
      out.say(RecordLine.of(stream, row.of(key, at, now), now));
    }
    unsettled.merge(stream, (long) gone.keys().size(), Long::sum);
  }

  /** The platform's generations do what versions are for. */
  @Override
  public void superseded(String stream, RowVersion version) {}

  @Override
  public void checkpoint(String stream, Checkpoint state, long rows) {
    var records = unsettled.getOrDefault(stream, 0L);
    unsettled.remove(stream);
    out.say(catalog.generation(stream).at(state).message(stream, records));
  }

  @Override
  public void finished(String stream, Outcome outcome) {
    statuses.ended(stream, outcome.isSuccess());
  }
}
