package io.github.tapvirtuous.sync.read;

import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.row.RenderedPage;
import java.time.Instant;
import java.util.Optional;

/**
 * Some rows of a stream, and where it stands once they are written.
 *
 * @param rows closed by whoever has written them
 * @param extractedAt when the reply that held them arrived
 * @param checkpoint none where a read is no part of what later runs go on from
 */
public record Batch(RenderedPage rows, Instant extractedAt, Optional<Checkpoint> checkpoint) {}
