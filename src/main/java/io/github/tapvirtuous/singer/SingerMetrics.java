package io.github.tapvirtuous.singer;

import io.github.tapvirtuous.log.LogReader;
import io.github.tapvirtuous.report.Meter;
import io.github.tapvirtuous.report.Outcome;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The lines of one stream that Singer's tools parse in the log: {@code METRIC: {…}}. */
public final class SingerMetrics implements Meter {
  private static final Logger LOG = LoggerFactory.getLogger(SingerMetrics.class);
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String TEMPLATE = "METRIC: {}";

  private final String stream;
  private final String endpoint;
  private final Level ofRequests;
  private final Level level;
  private final Counter rows;
  private final Counter requests;

  private SingerMetrics(
      String stream, String endpoint, Level ofRequests, Level level, Clock clock) {
    this.stream = stream;
    this.endpoint = endpoint;
    this.ofRequests = ofRequests;
    this.level = level;
    this.rows = new Counter(clock, increment -> count("record_count", increment));
    this.requests = new Counter(clock, increment -> count("http_request_count", increment));
  }

  /** Those of a sync are for whoever reads its log: each request's for programs alone. */
  public static Meter.Maker ofSync(Clock clock, LogReader reader) {
    return switch (reader) {
      case PROGRAM -> at(Level.INFO, Level.INFO, clock);
      case FILE -> at(Level.DEBUG, Level.INFO, clock);
      case PEOPLE -> at(Level.DEBUG, Level.DEBUG, clock);
    };
  }

  /** Of a look that fails Meltano shows the log whole, which nobody wants to find numbers in. */
  public static Meter.Maker ofLook(Clock clock) {
    return at(Level.DEBUG, Level.DEBUG, clock);
  }

  private static Meter.Maker at(Level ofRequests, Level level, Clock clock) {
    return (stream, endpoint) -> new SingerMetrics(stream, endpoint, ofRequests, level, clock);
  }

  @Override
  public synchronized void rowsWritten(long number) {
    rows.add(number);
  }

  @Override
  public synchronized void requestSent() {
    requests.add(1);
  }

  @Override
  public void requestEnded(int status, Duration duration) {
    var tags = tags();
    if (status > 0) {
      tags.put("http_status_code", status);
    }
    tags.put("status", succeeded(status / 100 == 2));
    var point = new MetricPoint("timer", "http_request_duration", seconds(duration), tags);
    LOG.atLevel(ofRequests).log(TEMPLATE, point);
  }

  @Override
  public synchronized void finished(Outcome outcome, Duration duration) {
    rows.tell();
    requests.tell();
    if (!outcome.isUntouched()) {
      var tags = JSON.objectNode().put("stream", stream);
      tags.put("status", succeeded(!outcome.isFailure()));
      log(new MetricPoint("timer", "sync_duration", seconds(duration), tags));
    }
  }

  private void count(String metric, long increment) {
    log(new MetricPoint("counter", metric, JSON.numberNode(increment), tags()));
  }

  private ObjectNode tags() {
    return JSON.objectNode().put("stream", stream).put("endpoint", endpoint);
  }

  private static String succeeded(boolean success) {
    return success ? "succeeded" : "failed";
  }

  private static JsonNode seconds(Duration duration) {
    return JSON.numberNode(duration.toMillis() / 1000.0);
  }

  private void log(MetricPoint point) {
    LOG.atLevel(level).log(TEMPLATE, point);
  }
}
