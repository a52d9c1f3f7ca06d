package io.github.tapvirtuous.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.message.MessagePort;
import io.github.tapvirtuous.message.RowKeys;
import io.github.tapvirtuous.message.RowVersion;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.table.TableSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Takes down what a run says, a line each time. */
public final class Transcript implements MessagePort {
  private final List<String> lines = new ArrayList<>();

  public List<String> lines() {
    return lines;
  }

  @Override
  public void started(String stream, TableSchema schema) {
    lines.add("started " + stream + " keyed by " + schema.key());
  }

  @Override
  public void rows(String stream, RenderedPage rows, Instant extractedAt, RowVersion version) {
    var said = new StringBuilder("rows " + stream);
    for (int row = 0; row < rows.rows(); row++) {
      var length = rows.end(row) - rows.start(row);
      said.append(' ').append(new String(rows.bytes(), rows.start(row), length, UTF_8));
    }
    lines.add(said + (version.isNone() ? "" : " in version " + version.number()));
  }

  @Override
  public void deleted(String stream, RowKeys gone, Instant at, RowVersion version) {
    var inVersion = version.isNone() ? "" : " in version " + version.number();
    lines.add("deleted " + stream + " " + gone.keys() + " at " + at + inVersion);
  }

  @Override
  public void superseded(String stream, RowVersion version) {
    lines.add("superseded " + stream + " by version " + version.number());
  }

  @Override
  public void checkpoint(String stream, Checkpoint state, long rows) {
    lines.add("checkpoint " + stream + " " + state.json() + " after " + rows);
  }

  @Override
  public void finished(String stream, Outcome outcome) {
    lines.add("finished " + stream + " " + outcome);
  }
}
