package io.github.tapvirtuous.webhook.watch;

import io.github.tapvirtuous.inbox.Inbox.Stored;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** What is counted, for Prometheus. */
public final class Metrics {
  private static final String PREFIX = "tap_virtuous_webhook_";
  private static final double[] SECONDS = {
    .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 5, 10
  };

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter received = events("received", "Events in bodies that could be read.");
  private final Counter stored = events("stored", "Events that are durable.");
  private final Counter duplicate = events("duplicate", "Events that were there before.");
  private final Counter unknown = events("unknown", "Events of no table, which are not kept.");
  private final Counter refused =
      Counter.builder()
          .name(PREFIX + "refused_total")
          .help("Requests that were refused.")
          .labelNames("reason")
          .withoutExemplars()
          .register(registry);
  private final Histogram answer =
      Histogram.builder()
          .name(PREFIX + "answer_seconds")
          .help("From the head of a request to its answer.")
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .withoutExemplars()
          .register(registry);

  private Counter events(String what, String help) {
    return Counter.builder()
        .name(PREFIX + "events_" + what + "_total")
        .help(help)
        .withoutExemplars()
        .register(registry);
  }

  /** A value that is asked for when somebody wants to see it. */
  public void gauge(String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name(PREFIX + name)
        .help(help)
        .callback(callback -> callback.call(value.getAsDouble()))
        .register(registry);
  }

  public void received(int events, int unknownEvents) {
    received.inc(events + unknownEvents);
    unknown.inc(unknownEvents);
  }

  public void stored(Stored outcome) {
    stored.inc(outcome.stored());
    duplicate.inc(outcome.duplicates());
  }

  public void refused(Answer why) {
    refused.labelValues(why.reason()).inc();
  }

  public void answered(Duration after) {
    answer.observe(after.toNanos() / 1e9);
  }

  /**
   * All of it, as whoever asks can read it.
   *
   * @param accept the header of that name
   */
  public Page page(String accept) {
    var writer = ExpositionFormats.init().findWriter(accept);
    return new Page(writer.getContentType(), text(writer));
  }

  private String text(ExpositionFormatWriter writer) {
    var out = new ByteArrayOutputStream();
    try {
      writer.write(out, registry.scrape());
    } catch (IOException memoryTakesAll) {
      throw new UncheckedIOException(memoryTakesAll);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** A text in a format. */
  public record Page(String contentType, String text) {}
}
