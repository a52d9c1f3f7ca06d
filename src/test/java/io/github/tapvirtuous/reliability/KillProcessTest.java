package io.github.tapvirtuous.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A short soak: the same program, stopped by what it has seen instead of by the clock. */
final class KillProcessTest {
  private static final int KILLS = 5;

  @Test
  void loses_nothing_when_it_is_killed_and_resumed() throws IOException, InterruptedException {
    var said = new ByteArrayOutputStream();
    var soak = new Soak(20_260_302, new PrintStream(said, true, StandardCharsets.UTF_8));

    var nothingLost = soak.soak(() -> soak.figures().kills() < KILLS);

    assertThat(nothingLost).as(said.toString(StandardCharsets.UTF_8)).isTrue();
  }
}
