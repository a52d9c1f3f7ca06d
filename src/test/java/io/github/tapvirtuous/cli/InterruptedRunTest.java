package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
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

  @AfterEach
  void the_signal_is_over() {
    Thread.interrupted(); // else the next test would be stopped
  }

  /** As a signal does it: at the first record, which still gets out unless the reader is gone. */
  private static final class Signal extends OutputStream {
    private final boolean readerEndsToo;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

    Signal(boolean readerEndsToo) {
      this.readerEndsToo = readerEndsToo;
    }

    @Override
    public void write(int oneByte) throws IOException {
      write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
      taken.write(bytes, start, length);
      if (taken.toString(StandardCharsets.UTF_8).contains("RECORD")) {
        Thread.currentThread().interrupt();
        if (readerEndsToo) {
          throw new IOException("Broken pipe");
        }
      }
    }
  }

  @Test
  @Rule("CLI-13")
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

  @Test
  void a_run_that_was_stopped_says_from_where_the_next_one_goes_on() {
    var run = tap.syncInto(new Signal(false));

    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains("The run was stopped", "the state", "the last state that the target prints");
    assertThat(run.log()).anyMatch(line -> line.contains("gifts: interrupted at "));
  }

  @Test
  void a_run_that_was_stopped_with_its_reader_claims_neither_a_state_nor_a_failure() {
    var run = tap.syncInto(new Signal(true));

    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains("The run was stopped", "had already ended", "is not saved", "target printed")
        .doesNotContain("Writing to stdout failed");
    assertThat(run.log()).anyMatch(line -> line.contains("gifts: interrupted "));
  }
}
