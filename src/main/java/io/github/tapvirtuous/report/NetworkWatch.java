package io.github.tapvirtuous.report;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Counts streams in a row that the network failed: after a few the rest is left alone. Thread-safe.
 */
public final class NetworkWatch {
  private static final int ENOUGH = 3;

  private final Deque<SourceException> without = new ConcurrentLinkedDeque<>();

  /** A stream ended so: for want of the network, or it showed that the network is there. */
  public void failed(SourceException failure) {
    if (failure.kind() == Kind.NETWORK) {
      without.add(failure);
    } else {
      reached();
    }
  }

  /** The network is there: counting begins anew. */
  public void reached() {
    without.clear();
  }

  /** How the first of them ended, once they are too many. */
  public Optional<SourceException> loss() {
    return without.size() < ENOUGH ? Optional.empty() : Optional.ofNullable(without.peekFirst());
  }
}
