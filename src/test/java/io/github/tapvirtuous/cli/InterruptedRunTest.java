package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a run says that was stopped, or that nobody read to its end. */
final class InterruptedRunTest {
  @RegisterExtension private final Tap tap = new Tap();

  @BeforeEach
  void many_pages() {
    tap.tables("gifts", "contacts", "segments")
        .set("page_size", 11)
        .set("max_concurrent_requests", 1)
        .serves(StandIn.builder().rows("gifts", 1000, 1));
  }

  @Test
  void a_stream_whose_reader_went_away_is_interrupted_and_the_others_share_a_line() {
    var run = tap.syncInto(new ClosingPipe(5));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.log()).noneMatch(line -> line.contains("failed:"));
    assertThat(run.log())
        .filteredOn(line -> line.startsWith("INFO gifts: interrupted at "))
        .singleElement()
        .asString()
        .containsPattern("at \\d+ of 1,000: rows");
    assertThat(run.log()).contains("INFO 2 not begun: contacts, segments");
    assertThat(run.log()).filteredOn(line -> line.contains("segments")).hasSize(1);
    assertThat(run.errors()).singleElement().asString().contains("Writing to stdout failed");
  }
}
