package io.github.tapvirtuous.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.standin.server.StandInServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Structured logs name the stream of each line, on whichever thread it was said. */
final class StreamNameProcessTest {
  private static final String LOGGING =
      """
      {"formatters": {"lines": {"()": "singer_sdk.logging.StructuredFormatter"}},
       "handlers": {"console": {"formatter": "lines"}},
       "root": {"handlers": ["console"], "level": "DEBUG"}}
      """;

  @TempDir private Path folder;
  private StandInServer virtuous = serving();

  private static StandInServer serving() {
    var standIn =
        StandIn.builder()
            .rows("gifts", 100, 1)
            .rows("projects", 20, 1)
            .fault(When.request(3).of("gifts"), Faults.closed());
    try {
      return StandInServer.serving(standIn.build(), 0);
    } catch (IOException noPort) {
      throw new AssertionError(noPort);
    }
  }

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("logging.json"), LOGGING);
    Files.writeString(
        folder.resolve("config.json"),
        """
        {"api_key": "demo-key", "base_url": "%s", "tables": ["gifts", "projects"], "page_size": 11,
         "retry_delay": 0}
        """
            .formatted(virtuous.baseUri()));
  }

  @AfterEach
  void stop() {
    virtuous.close();
  }

  @Test
  void a_sync_names_it_where_requests_and_retries_are_told() throws Exception {
    var lines = linesOfFetchThreads();

    assertThat(lines).allMatch(line -> line.path("stream_name").isString(), "names its stream");
    assertThat(lines)
        .filteredOn(line -> message(line).startsWith("POST Gift/Query"))
        .isNotEmpty()
        .allMatch(line -> line.path("stream_name").asString().equals("gifts"));
    assertThat(lines)
        .filteredOn(line -> message(line).contains("trying again"))
        .singleElement()
        .matches(line -> line.path("stream_name").asString().equals("gifts"));
    assertThat(lines)
        .filteredOn(line -> line.has("metric_info"))
        .isNotEmpty()
        .allMatch(
            line -> line.at("/metric_info/tags/stream").equals(line.path("stream_name")),
            "names the stream of its metric");
  }

  @Test
  void discovery_names_it_too() throws Exception {
    var lines = linesOfFetchThreads("--discover");

    assertThat(lines)
        .isNotEmpty()
        .allMatch(line -> line.path("stream_name").isString(), "names its stream");
  }

  private List<JsonNode> linesOfFetchThreads(String... arguments) throws Exception {
    var config = folder.resolve("config.json").toString();
    var command = new ArrayList<>(List.of("bin/tap-virtuous", "--config", config));
    command.addAll(List.of(arguments));
    var logging = "SINGER_SDK_LOG_CONFIG=" + folder.resolve("logging.json");
    try (var tap = TapProcess.start(folder, command, logging)) {
      assertThat(tap.remainingLines()).isNotEmpty();
      assertThat(tap.exitCode()).as(tap.errors()).isZero();
      return tap.errors()
          .lines()
          .map(line -> JsonMapper.shared().readTree(line))
          .filter(line -> line.path("thread_name").asString().startsWith("fetch-"))
          .toList();
    }
  }

  private static String message(JsonNode line) {
    return line.path("message").asString();
  }
}
