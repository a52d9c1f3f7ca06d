package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.Tap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What replies tell beside their rows. */
final class AnnouncementTest {
  @RegisterExtension private final Tap tap = new Tap();

  @Test
  void an_end_that_every_reply_announces_is_warned_of_once_and_costs_no_row() {
    tap.tables("segments", "projects")
        .serves(
            StandIn.builder()
                .fault(When.always(), Faults.header("Sunset", "Thu, 31 Dec 2026 23:59:59 GMT")));

    var run = tap.sync();

    assertThat(run.exitCode()).isZero();
    assertThat(run.isComplete("segments")).isTrue();
    assertThat(run.warnings())
        .singleElement()
        .asString()
        .contains("Virtuous announces the end of ", "Sunset \"Thu, 31 Dec 2026 23:59:59 GMT\"");
  }
}
