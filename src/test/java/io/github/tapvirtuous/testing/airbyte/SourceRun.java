package io.github.tapvirtuous.testing.airbyte;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.TapRun;
import io.github.tapvirtuous.testing.process.Ran;
import java.time.Duration;
import java.util.List;

/**
 * What came of one command of a source.
 *
 * @param output each message of which is one by the protocol
 * @param log what it said to people, in whichever way
 * @param waits that a run in this process asked for
 */
public record SourceRun(int exitCode, AirbyteOutput output, String log, List<Duration> waits) {
  static SourceRun of(TapRun run) {
    return new SourceRun(
        run.exitCode(), AirbyteOutput.of(run.stdout()), run.logText(), run.waits());
  }

  static SourceRun of(Ran ran) {
    var output = AirbyteOutput.of(ran.out());
    var log = String.join("\n", output.logs()) + ran.err();
    return new SourceRun(ran.exitCode(), output, log, List.of());
  }

  /** This, if it ended as it should. */
  public SourceRun well() {
    return endedWith(0);
  }

  public SourceRun endedWith(int code) {
    assertThat(exitCode).as(this::toString).isEqualTo(code);
    return this;
  }

  @Override
  public String toString() {
    return "exit " + exitCode + "\n" + log + "\n" + output;
  }
}
