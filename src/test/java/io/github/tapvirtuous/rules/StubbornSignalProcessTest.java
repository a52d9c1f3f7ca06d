package io.github.tapvirtuous.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.output.Messages;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever signals again, because the end takes a while, does not cut it short. */
final class StubbornSignalProcessTest {
  @RegisterExtension private final Tap tap = new Tap();

  @Test
  @Rule("CLI-12")
  void a_second_signal_changes_nothing_while_the_last_lines_are_written() throws Exception {
    tap.tables("gifts")
        .set("page_size", 1000)
        .set("max_concurrent_requests", 1)
        .serves(StandIn.builder().ids("gifts", LongStream.rangeClosed(1, 3000).toArray()));

    try (var process = tap.launch().start()) {
      process.lineWith("RECORD"); // and no further: the pipe is full long before the page is out
      process.signal("TERM");
      process.signal("TERM");

      var ran = process.ended();
      assertThat(ran.exitCode()).as(ran.err()).isEqualTo(143);
      assertThat(ran.ids("gifts")).hasSizeGreaterThanOrEqualTo(1000);
      assertThat(ran.messages()).last().matches(message -> Messages.is(message, "STATE"));
      assertThat(ran.isComplete("gifts")).isFalse();
    }
  }
}
