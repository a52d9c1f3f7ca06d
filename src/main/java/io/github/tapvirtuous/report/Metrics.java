package io.github.tapvirtuous.report;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** The lines that Singer's tools parse: {@code METRIC: {…}}, at INFO in a sync. */
final class Metrics {
  private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);

  private final String stream;
  private final String endpoint;
  private final Level level;

  Metrics(String stream, String endpoint, Level level) {
    this.stream = stream;
    this.endpoint = endpoint;
    this.level = level;
  }

  /**
   * The time that one request took.
   *
   * @param status 0 when no reply came: the tag is left out
   */
  void requestDuration(int status, Duration duration) {
    var tags = tags();
    if (status > 0) {
      tags.put("http_status_code", status);
    }
    tags.put("status", succeeded(status / 100 == 2));
    log(new MetricPoint("timer", "http_request_duration", seconds(duration), tags));
  }

  void syncDuration(boolean success, Duration duration) {
    var tags = new LinkedHashMap<String, Object>();
    tags.put("stream", stream);
    tags.put("status", succeeded(success));
    log(new MetricPoint("timer", "sync_duration", seconds(duration), tags));
  }

  void count(String metric, long increment) {
    log(new MetricPoint("counter", metric, increment, tags()));
  }

  private Map<String, Object> tags() {
    var tags = new LinkedHashMap<String, Object>();
    tags.put("stream", stream);
    tags.put("endpoint", endpoint);
    return tags;
  }

  private static String succeeded(boolean success) {
    return success ? "succeeded" : "failed";
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private void log(MetricPoint point) {
    LOG.atLevel(level).log("METRIC: {}", point);
  }
}
