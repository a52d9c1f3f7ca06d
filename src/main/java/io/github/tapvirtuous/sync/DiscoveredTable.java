package io.github.tapvirtuous.sync;

import io.github.tapvirtuous.error.SourceException;
import java.util.Optional;

/**
 * A table as discovery found it.
 *
 * @param stream with the built-in schema where its rows could not be looked at
 * @param wasTried not if the network was away before its turn
 * @param failure why its rows could not be looked at, if they could not
 */
public record DiscoveredTable(
    SelectedStream stream, boolean wasTried, Optional<SourceException> failure) {
  public boolean hasFailed() {
    return failure.isPresent();
  }

  /** Why it failed; {@code ""} if it did not. */
  public String message() {
    return failure.map(SourceException::getMessage).orElse("");
  }
}
