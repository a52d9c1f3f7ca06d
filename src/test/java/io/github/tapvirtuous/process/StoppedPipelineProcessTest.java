package io.github.tapvirtuous.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.process.ChildProcess;
import io.github.tapvirtuous.testing.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A tap in front of a target, which here is {@code cat}, when somebody ends one or both. */
final class StoppedPipelineProcessTest {
  @RegisterExtension private final Tap tap = Tap.patient();

  @BeforeEach
  void two_hundred_slow_pages() {
    tap.servesSlowGifts().config();
  }

  /**
   * As {@code docs/operations.md} has it: the tap's process id goes to a file, and its exit code
   * here as well.
   */
  private ChildProcess pipeline() throws IOException {
    var program = Path.of("bin/tap-virtuous").toAbsolutePath().toString();
    var script =
        "cd \"$1\"; { sh -c 'echo $$ >tap.pid; exec \"$0\" --config config.json' \"$2\";"
            + " echo $? >code; } | cat";
    return Launch.of(List.of("sh", "-c", script, "sh", tap.folder().toString(), program)).start();
  }

  private String left(String file) throws IOException {
    return Files.readString(tap.folder().resolve(file)).strip();
  }

  @Test
  void ctrl_c_that_ends_both_claims_neither_a_state_nor_a_failure() throws Exception {
    try (var pipeline = pipeline()) {
      pipeline.lineWith("RECORD");
      ChildProcess.signal("INT", List.of(pipeline.child("java"), pipeline.child("cat")));

      var ran = pipeline.ended();
      assertThat(left("code")).isEqualTo("130");
      assertThat(ran.fatal())
          .singleElement()
          .asString()
          .contains("The run was stopped", "is not saved", "the target printed")
          .doesNotContain("Writing to stdout failed");
      assertThat(ran.err())
          .contains("gifts: interrupted at ", "Stopped after")
          .doesNotContain("gifts: failed", "State written");
    }
  }

  @Test
  void a_signal_to_the_tap_alone_lets_the_target_take_in_all_of_it() throws Exception {
    try (var pipeline = pipeline()) {
      pipeline.lineWith("RECORD");
      ChildProcess.signal("TERM", List.of(Long.parseLong(left("tap.pid"))));

      var ran = pipeline.ended();
      assertThat(ran.exitCode()).as("of the target").isZero();
      assertThat(left("code")).isEqualTo("143");
      assertThat(ran.lines()).last().asString().startsWith("{\"type\":\"STATE\"");
      assertThat(ran.fatal())
          .singleElement()
          .asString()
          .contains("The run was stopped", "the state after them are written");
    }
  }
}
