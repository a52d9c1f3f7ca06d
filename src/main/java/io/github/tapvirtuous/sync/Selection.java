package io.github.tapvirtuous.sync;

import java.util.List;

/**
 * The streams that a run reads.
 *
 * @param streams in the order in which they were selected; names are unique
 */
public record Selection(List<SelectedStream> streams) {
  public Selection {
    streams = List.copyOf(streams);
  }
}
