package io.github.tapvirtuous.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import io.github.tapvirtuous.standin.server.StandInServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A heap that the pages in flight do not fit into. */
final class LittleMemoryProcessTest {
  private static final int KIBIBYTE = 1 << 10;

  @TempDir private Path folder;

  private static StandInBuilder giftsOf(int bytes, int count) {
    var notes = "n".repeat(bytes);
    return StandIn.builder()
        .rows(
            "gifts",
            IntStream.rangeClosed(1, count)
                .mapToObj(id -> "{\"id\":" + id + ",\"notes\":\"" + notes + "\"}")
                .toArray(String[]::new));
  }

  private TapProcess start(StandInServer virtuous, int pageSize) throws IOException {
    var config = folder.resolve("config.json");
    Files.writeString(
        config,
        """
        {"api_key": "demo-key", "base_url": "%s", "tables": ["gifts"], "page_size": %d,
         "retry_delay": 0}
        """
            .formatted(virtuous.baseUri(), pageSize));
    return TapProcess.start(
        folder, List.of("bin/tap-virtuous", "--config", config.toString()), "JAVA_OPTS=-Xmx40m");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 300})
  void takes_smaller_pages_one_at_a_time_and_sends_every_row(int pageSize) throws Exception {
    var rows = 600;
    try (var virtuous = StandInServer.serving(giftsOf(50 * KIBIBYTE, rows).forgetful().build(), 0);
        var tap = start(virtuous, pageSize)) {
      var ids =
          tap.remainingLines().stream()
              .filter(line -> line.contains("\"RECORD\""))
              .map(line -> JsonMapper.shared().readTree(line).at("/record/id").longValue())
              .toList();

      assertThat(tap.exitCode()).as(tap.errors()).isZero();
      assertThat(ids).containsExactlyElementsOf(LongStream.rangeClosed(1, rows).boxed().toList());
      assertThat(tap.errors())
          .containsOnlyOnce("one at a time from now on")
          .contains("Java has too little memory for the reply (try 1 of 20)")
          .contains("trying again at once with half the rows")
          .doesNotContain("proxy");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 200})
  void says_that_memory_is_too_small_when_not_even_that_fits(int pageSize) throws Exception {
    try (var virtuous = StandInServer.serving(giftsOf(4000 * KIBIBYTE, 12).forgetful().build(), 0);
        var tap = start(virtuous, pageSize)) {
      assertThat(tap.remainingLines()).noneMatch(line -> line.contains("\"RECORD\""));

      assertThat(tap.exitCode()).isEqualTo(1);
      assertThat(tap.errors())
          .contains("Java has too little memory", "JAVA_OPTS=-Xmx128m")
          .doesNotContain("proxy")
          .doesNotContain("\tat ");
    }
  }
}
