package io.github.tapvirtuous.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import org.junit.jupiter.api.Test;

final class NetworkWatchTest {
  private final NetworkWatch network = new NetworkWatch();
  private final SourceException first = failure(Kind.NETWORK);

  @Test
  void the_network_is_lost_after_three_streams_in_a_row() {
    network.failed(first);
    network.failed(failure(Kind.NETWORK));
    assertThat(network.loss()).isEmpty();

    network.failed(failure(Kind.NETWORK));

    assertThat(network.loss()).contains(first);
  }

  @Test
  void any_other_end_shows_that_it_is_there() {
    network.failed(failure(Kind.NETWORK));
    network.failed(failure(Kind.NETWORK));
    network.failed(failure(Kind.FORBIDDEN));
    network.failed(first);
    network.failed(failure(Kind.NETWORK));
    assertThat(network.loss()).isEmpty();

    network.reached();
    network.failed(failure(Kind.NETWORK));

    assertThat(network.loss()).isEmpty();
  }

  private static SourceException failure(Kind kind) {
    return new SourceException(kind, "gifts ended.", "Try again.");
  }
}
