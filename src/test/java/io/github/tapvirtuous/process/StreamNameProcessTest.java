package io.github.tapvirtuous.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Structured logs name the stream of each line, on whichever thread it was said. */
final class StreamNameProcessTest {
  private static final String LOGGING =
      """
      {"formatters": {"lines": {"()": "singer_sdk.logging.StructuredFormatter"}},
       "handlers": {"console": {"formatter": "lines"}},
       "root": {"handlers": ["console"], "level": "DEBUG"}}
      """;

  @RegisterExtension private final Tap tap = Tap.patient();

  @BeforeEach
  void two_tables_one_of_which_breaks_once() {
    tap.tables("gifts", "projects")
        .set("page_size", 11)
        .set("retry_delay", 0)
        .serves(
            StandIn.builder()
                .rows("gifts", 100, 1)
                .rows("projects", 20, 1)
                .fault(When.request(3).of("gifts"), Faults.closed()));
  }

  @Test
  @Rule("LOG-5")
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
    var logging = tap.file("logging.json", LOGGING);
    var ran = tap.launch(arguments).with("SINGER_SDK_LOG_CONFIG", logging).run();
    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.out()).isNotEmpty();
    return ran.err()
        .lines()
        .map(StrictJson::of)
        .filter(line -> line.path("thread_name").asString().startsWith("fetch-"))
        .toList();
  }

  private static String message(JsonNode line) {
    return line.path("message").asString();
  }
}
