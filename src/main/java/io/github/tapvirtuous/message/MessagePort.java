package io.github.tapvirtuous.message;

import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.table.TableSchema;
import java.time.Instant;

/**
 * What a run has to say, stream by stream, in no protocol's words. Called by one thread. After
 * {@link #started} and {@link #checkpoint} nothing is left in a buffer: whatever was said before
 * them can be read by then.
 */
public interface MessagePort {
  /**
   * Its first reply is there; its rows follow.
   *
   * @param stream the stream's name in the output
   */
  void started(String stream, TableSchema schema);

  /**
   * Finished rows. What is kept of them is a copy: their memory serves others when the call is
   * over.
   *
   * @param extractedAt when the reply that held them arrived
   * @param version none in a run that does not say it, else one in each of its rows
   */
  void rows(String stream, RenderedPage rows, Instant extractedAt, RowVersion version);

  /**
   * These rows are gone from the source. Whatever else of the stream follows starts it anew.
   *
   * @param at when they were found gone
   * @param version as of {@linkplain #rows rows}
   */
  void deleted(String stream, RowKeys gone, Instant at, RowVersion version);

  /**
   * Every row of the stream has come with this version: those that carry an earlier one, or none,
   * are gone. The checkpoint after the last row follows.
   */
  void superseded(String stream, RowVersion version);

  /**
   * Where the stream stands, every row said so far included.
   *
   * @param rows said since the stream's last checkpoint, for protocols that count
   */
  void checkpoint(String stream, Checkpoint state, long rows);

  /** Nothing more comes of this stream, which may not even have started. */
  void finished(String stream, Outcome outcome);
}
