package io.github.tapvirtuous.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.server.StandInServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tap in front of a target, which here is {@code cat}, when somebody ends one or both. */
final class StoppedPipelineProcessTest {
  @TempDir private Path folder;
  private StandInServer virtuous = serving();

  private static StandInServer serving() {
    var slow =
        StandIn.builder()
            .ids("gifts", LongStream.rangeClosed(1, 2000).toArray())
            .latency(Duration.ofMillis(20));
    try {
      return StandInServer.serving(slow.build(), 0);
    } catch (IOException noPort) {
      throw new AssertionError(noPort);
    }
  }

  @BeforeEach
  void configure() throws IOException {
    Files.writeString(
        folder.resolve("config.json"),
        "{\"api_key\": \"demo-key\", \"tables\": [\"gifts\"], \"page_size\": 11, \"base_url\": \""
            + virtuous.baseUri()
            + "\"}");
  }

  @AfterEach
  void stop() {
    virtuous.close();
  }

  /** As the README has it: the tap's process id goes to a file, and its exit code here as well. */
  private TapProcess pipeline() throws IOException {
    var tap = Path.of("bin/tap-virtuous").toAbsolutePath().toString();
    var script =
        "cd \"$1\"; { sh -c 'echo $$ >tap.pid; exec \"$0\" --config config.json' \"$2\";"
            + " echo $? >code; } | cat";
    return TapProcess.start(folder, List.of("sh", "-c", script, "sh", folder.toString(), tap));
  }

  private String code() throws IOException {
    return Files.readString(folder.resolve("code")).strip();
  }

  private static List<String> fatal(TapProcess pipeline) throws IOException {
    return pipeline.errors().lines().filter(line -> line.startsWith("CRITICAL")).toList();
  }

  @Test
  void ctrl_c_that_ends_both_claims_neither_a_state_nor_a_failure() throws Exception {
    try (var pipeline = pipeline()) {
      pipeline.lineWith("RECORD");
      TapProcess.signal("INT", List.of(pipeline.child("cat"), pipeline.child("java")));

      pipeline.remainingLines();
      pipeline.exitCode();
      assertThat(code()).isEqualTo("130");
      assertThat(fatal(pipeline))
          .singleElement()
          .asString()
          .contains("The run was stopped", "is not saved", "the target printed")
          .doesNotContain("Writing to stdout failed");
      assertThat(pipeline.errors())
          .contains("gifts: interrupted at ")
          .doesNotContain("gifts: failed");
    }
  }

  @Test
  void a_signal_to_the_tap_alone_lets_the_target_take_in_all_of_it() throws Exception {
    try (var pipeline = pipeline()) {
      pipeline.lineWith("RECORD");
      var tap = Long.parseLong(Files.readString(folder.resolve("tap.pid")).strip());
      TapProcess.signal("TERM", List.of(tap));

      var lines = pipeline.remainingLines();
      assertThat(pipeline.exitCode()).as("of the target").isZero();
      assertThat(code()).isEqualTo("143");
      assertThat(lines.get(lines.size() - 1)).startsWith("{\"type\":\"STATE\"");
      assertThat(fatal(pipeline))
          .singleElement()
          .asString()
          .contains("The run was stopped", "the state after them are written");
    }
  }
}
