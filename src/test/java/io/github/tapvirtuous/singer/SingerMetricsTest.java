package io.github.tapvirtuous.singer;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.tapvirtuous.log.LogReader;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.report.RunReport;
import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.standin.access.SteppingClock;
import io.github.tapvirtuous.testing.LogLines;
import io.github.tapvirtuous.testing.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

final class SingerMetricsTest {
  @RegisterExtension private final LogLines log = new LogLines();

  private final SteppingClock clock = new SteppingClock(Instant.parse("2026-03-02T10:00:00Z"));
  private final RunReport run =
      new RunReport(clock, SingerMetrics.ofSync(clock, LogReader.PROGRAM));
  private final StreamReport gifts = run.stream("gifts", "Gift/Query/FullGift");

  @Test
  @Rule("MET-1")
  void counts_records_once_a_minute_and_at_the_end_as_increments() {
    gifts.pageWritten(250);
    clock.step(Duration.ofSeconds(59));
    gifts.pageWritten(250);
    assertThat(metrics("record_count")).isEmpty();
    clock.step(Duration.ofSeconds(1));
    gifts.pageWritten(100);
    gifts.pageWritten(7);
    gifts.finished(Outcome.VERIFIED, "");

    var tags = "\"tags\":{\"stream\":\"gifts\",\"endpoint\":\"Gift/Query/FullGift\"}}";
    assertThat(metrics("record_count"))
        .containsExactly(
            "METRIC: {\"type\":\"counter\",\"metric\":\"record_count\",\"value\":600," + tags,
            "METRIC: {\"type\":\"counter\",\"metric\":\"record_count\",\"value\":7," + tags);
  }

  @Test
  @Rule("MET-2")
  void times_each_request() {
    gifts.requestEnded(200, Duration.ofMillis(1250));
    gifts.requestEnded(503, Duration.ofMillis(3));

    var start = "METRIC: {\"type\":\"timer\",\"metric\":\"http_request_duration\",\"value\":";
    var tags = ",\"tags\":{\"stream\":\"gifts\",\"endpoint\":\"Gift/Query/FullGift\",";
    assertThat(metrics("http_request_duration"))
        .containsExactly(
            start + "1.25" + tags + "\"http_status_code\":200,\"status\":\"succeeded\"}}",
            start + "0.003" + tags + "\"http_status_code\":503,\"status\":\"failed\"}}");
  }

  @Test
  void a_request_without_a_reply_has_no_status_code() {
    gifts.requestEnded(0, Duration.ofSeconds(1));

    assertThat(metrics("http_request_duration"))
        .singleElement()
        .asString()
        .contains("\"status\":\"failed\"")
        .doesNotContain("http_status_code");
  }

  @Test
  @Rule("MET-2")
  void counts_requests_at_the_end() {
    gifts.requestSent();
    gifts.requestSent();
    gifts.finished(Outcome.VERIFIED, "");

    assertThat(metrics("http_request_count")).singleElement().asString().contains("\"value\":2,");
  }

  @Test
  @Rule("MET-3")
  void times_the_sync_of_a_stream() {
    clock.step(Duration.ofSeconds(5));
    gifts.started();
    clock.step(Duration.ofMillis(1500));
    gifts.finished(Outcome.INCOMPLETE, "7 of 8 rows");
    clock.step(Duration.ofHours(1));

    assertThat(metrics("sync_duration"))
        .containsExactly(
            "METRIC: {\"type\":\"timer\",\"metric\":\"sync_duration\",\"value\":1.5,"
                + "\"tags\":{\"stream\":\"gifts\",\"status\":\"failed\"}}");
  }

  @Test
  @Rule("MET-4")
  void every_metric_is_json() {
    gifts.requestEnded(200, Duration.ofNanos(1));
    gifts.finished(Outcome.VERIFIED, "");

    assertThat(metrics("")).hasSize(4).allSatisfy(SingerMetricsTest::isMetric);
  }

  private static void isMetric(String line) {
    var json = JsonMapper.builder().build().readTree(line.substring("METRIC: ".length()));
    assertThat(json.propertyNames()).containsExactly("type", "metric", "value", "tags");
    assertThat(json.path("value").isNumber()).isTrue();
  }

  @Test
  void a_stream_that_was_never_tried_took_no_time() {
    gifts.finished(Outcome.SKIPPED, "the network is away");

    assertThat(metrics("record_count")).hasSize(1);
    assertThat(metrics("sync_duration")).isEmpty();
  }

  @Test
  void those_of_a_look_are_for_debugging() {
    var look = new RunReport(clock, SingerMetrics.ofLook(clock)).stream("gifts", "Gift");

    look.requestEnded(200, Duration.ofMillis(3));
    gifts.requestEnded(200, Duration.ofMillis(3));

    assertThat(log.events())
        .extracting(ILoggingEvent::getLevel)
        .containsExactly(Level.DEBUG, Level.INFO);
  }

  @Test
  void of_each_request_a_file_says_nothing_and_people_are_told_no_numbers_at_all() {
    for (var reader : List.of(LogReader.FILE, LogReader.PEOPLE)) {
      var meters = SingerMetrics.ofSync(clock, reader);
      var stream = new RunReport(clock, meters).stream("gifts", "Gift");
      stream.requestEnded(200, Duration.ofMillis(3));
      stream.finished(Outcome.VERIFIED, "");
    }

    assertThat(log.events())
        .extracting(ILoggingEvent::getLevel)
        .containsExactly(
            Level.DEBUG,
            Level.INFO,
            Level.INFO,
            Level.INFO, // a file's counters and its end
            Level.DEBUG,
            Level.DEBUG,
            Level.DEBUG,
            Level.DEBUG);
  }

  private List<String> metrics(String name) {
    return log.messages().stream()
        .filter(line -> line.startsWith("METRIC: ") && line.contains("\"" + name))
        .toList();
  }
}
