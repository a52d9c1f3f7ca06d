package io.github.tapvirtuous.report;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lines that Singer's tools parse: {@code METRIC: {…}} at INFO. */
final class Metrics {
  private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);

  private final String stream;
  private final String endpoint;

  Metrics(String stream, String endpoint) {
    this.stream = stream;
    this.endpoint = endpoint;
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

  private static void log(MetricPoint point) {
    LOG.info("METRIC: {}", point);
  }
}
