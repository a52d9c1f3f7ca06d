package io.github.tapvirtuous.rules;

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

/** What the metric lines of a run add up to. */
final class RunMetricsTest {
  private static final String START = "INFO METRIC: ";
  private static final String STRUCTURED =
      "{\"formatters\":{\"f\":{\"()\":\"singer_sdk.logging.StructuredFormatter\"}},"
          + "\"handlers\":{\"h\":{\"formatter\":\"f\"}},\"root\":{\"handlers\":[\"h\"]}}";

  @RegisterExtension private final Tap tap = new Tap();

  @BeforeEach
  void one_stream_that_comes_and_one_that_does_not() {
    tap.tables("gifts", "projects")
        .set("page_size", 11)
        .serves(
            StandIn.builder()
                .rows("gifts", 95, 1)
                .fault(When.request(3).of("gifts"), Faults.status(503))
                .fault(When.always().of("projects"), Faults.status(500)));
  }

  private List<JsonNode> points() {
    return tap.sync().log().stream()
        .filter(line -> line.startsWith(START))
        .map(line -> StrictJson.of(line.substring(START.length())))
        .toList();
  }

  private List<JsonNode> points(String metric, String stream) {
    return points().stream()
        .filter(point -> point.path("metric").stringValue().equals(metric))
        .filter(point -> point.at("/tags/stream").stringValue().equals(stream))
        .toList();
  }

  private static long sum(List<JsonNode> points) {
    return points.stream().mapToLong(point -> point.path("value").longValue()).sum();
  }

  @Test
  @Rule("MET-1")
  void records_are_those_that_were_written() {
    assertThat(sum(points("record_count", "gifts"))).isEqualTo(95);
    assertThat(sum(points("record_count", "projects"))).isZero();
  }

  @Test
  @Rule("MET-2")
  void requests_are_those_that_virtuous_saw() {
    var counted = points("http_request_count", "gifts");

    assertThat(sum(counted)).isEqualTo(tap.standIn().requestCount("gifts"));
    assertThat(counted).allMatch(each -> each.at("/tags/endpoint").asString("").contains("Gift/"));
  }

  @Test
  @Rule("MET-2")
  void each_request_is_timed_with_its_end() {
    tap.variable("SINGER_SDK_LOG_CONFIG", tap.file("log.json", STRUCTURED));

    var timed = points("http_request_duration", "gifts");

    assertThat(timed)
        .hasSize(tap.standIn().requestCount("gifts"))
        .allMatch(each -> each.path("type").stringValue().equals("timer"));
    assertThat(timed)
        .filteredOn(each -> each.at("/tags/http_status_code").intValue() == 503)
        .singleElement()
        .matches(each -> each.at("/tags/status").stringValue().equals("failed"));
    assertThat(timed)
        .filteredOn(each -> each.at("/tags/status").stringValue().equals("succeeded"))
        .allMatch(each -> each.at("/tags/http_status_code").intValue() == 200)
        .hasSize(timed.size() - 1);
  }

  @Test
  void without_structured_logs_no_request_has_a_line() {
    assertThat(points("http_request_duration", "gifts")).isEmpty();
    assertThat(points("http_request_count", "gifts")).isNotEmpty();
  }

  @Test
  @Rule("MET-3")
  void each_stream_is_timed_with_its_end() {
    assertThat(points("sync_duration", "gifts"))
        .singleElement()
        .matches(each -> each.at("/tags/status").stringValue().equals("succeeded"));
    assertThat(points("sync_duration", "projects"))
        .singleElement()
        .matches(each -> each.at("/tags/status").stringValue().equals("failed"));
  }

  @Test
  @Rule("MET-4")
  void every_point_has_four_parts_and_a_plain_name() {
    tap.variable("SINGER_SDK_LOG_CONFIG", tap.file("log.json", STRUCTURED));

    assertThat(points())
        .hasSizeGreaterThan(10)
        .allSatisfy(
            point -> {
              assertThat(point.propertyNames())
                  .containsExactlyInAnyOrder("type", "metric", "value", "tags");
              assertThat(point.path("type").stringValue()).isIn("counter", "timer");
              assertThat(point.path("metric").stringValue()).matches("[A-Za-z0-9_-]+");
              assertThat(point.path("value").isNumber()).isTrue();
              assertThat(point.path("tags").isObject()).isTrue();
            });
  }
}
