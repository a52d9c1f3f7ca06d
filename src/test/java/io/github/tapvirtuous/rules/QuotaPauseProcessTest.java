package io.github.tapvirtuous.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A tap that waits for the quota keeps nothing back meanwhile. */
final class QuotaPauseProcessTest {
  @RegisterExtension private final Tap tap = new Tap();

  @Test
  @Rule("OUT-10")
  void all_rows_so_far_and_their_state_are_with_the_target() throws Exception {
    tap.tables("gifts")
        .set("page_size", 11)
        .serves(
            StandIn.builder()
                .ids("gifts", LongStream.rangeClosed(1, 100).toArray())
                .fault(When.page(20), Faults.statusWith(429, "Retry-After", "60")));

    try (var process = tap.launch().start()) {
      assertThat(process.lineWith("\"last_key\":21")).startsWith("{\"type\":\"STATE\"");

      assertThat(tap.standIn().requests("gifts"))
          .as("the page behind them was not asked for a second time yet")
          .filteredOn(request -> request.query().contains("skip=20&"))
          .hasSizeLessThan(2);
    }
  }
}
