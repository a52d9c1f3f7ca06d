package io.github.tapvirtuous.sync.read;

import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.message.RowVersion;
import io.github.tapvirtuous.row.RenderedPage;
import java.time.Instant;
import java.util.Optional;

/**
 * Some rows of a stream, and where it stands once they are written.
 *
 * @param rows closed by whoever has written them
 * @param extractedAt when the reply that held them arrived
 * @param version that each of them carries
 * @param supersedes whether, once they are written, all rows of the stream that do not carry that
 *     version are gone
 * @param checkpoint none where a read is no part of what later runs go on from
 */
public record Batch(
    RenderedPage rows,
    Instant extractedAt,
    RowVersion version,
    boolean supersedes,
    Optional<Checkpoint> checkpoint) {

  /** The same of a read that says nothing of where the stream stands. */
  Batch alone() {
    return new Batch(rows, extractedAt, version, false, Optional.empty());
  }
}
