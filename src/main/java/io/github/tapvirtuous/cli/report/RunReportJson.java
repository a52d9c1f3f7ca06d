package io.github.tapvirtuous.cli.report;

import io.github.tapvirtuous.config.Version;
import io.github.tapvirtuous.log.SecretMask;
import io.github.tapvirtuous.report.EventCounts;
import io.github.tapvirtuous.report.Figures;
import io.github.tapvirtuous.report.StreamSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What happened in a run, as one JSON object; {@code docs/report.schema.json} describes it. */
final class RunReportJson {
  /** By this, a file is known to be one. */
  static final String BEGIN = "{\"tap\":\"tap-virtuous\",";

  private RunReportJson() {}

  static ObjectNode of(RunEnd end, List<StreamSummary> streams, Optional<Long> quotaLeft) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("tap", "tap-virtuous").put("version", Version.current());
    json.put("started_at", time(end.startedAt())).put("ended_at", time(end.at()));
    json.put("seconds", seconds(Duration.between(end.startedAt(), end.at())));
    json.put("exit_code", end.exitCode().isPresent() ? end.exitCode().getAsInt() : null);
    json.put("reason", text(String.join("\n", end.reasons())));
    var sum = streams.stream().map(StreamSummary::figures).reduce(Figures.NONE, Figures::plus);
    json.put("rows", sum.rows());
    put(sum, json);
    json.put("quota_left", quotaLeft.orElse(null));
    json.put("dropped", sum(streams, StreamSummary::dropped));
    json.put("mismatched", sum(streams, StreamSummary::mismatched));
    var list = json.putArray("streams");
    streams.forEach(stream -> put(stream, list.addObject()));
    return json;
  }

  private static void put(StreamSummary stream, ObjectNode json) {
    json.put("name", SecretMask.masked(stream.name()));
    json.put("outcome", stream.outcome().name().toLowerCase(Locale.ROOT));
    json.put("reason", text(stream.reason()));
    json.put("read", text(stream.reading()));
    json.put("rows", stream.figures().rows());
    json.put("total", stream.total().isPresent() ? stream.total().getAsLong() : null);
    put(stream.figures(), json);
    put(stream.dropped(), json.putObject("dropped_fields"));
    put(stream.mismatched(), json.putObject("nulled_values"));
    put(stream.notes(), json.putObject("notes"));
    stream.events().ifPresentOrElse(all -> put(all, json), () -> json.putNull("events"));
    json.put("seconds", seconds(stream.elapsed()));
  }

  private static void put(Figures figures, ObjectNode json) {
    json.put("requests", figures.requests());
    json.put("retries", figures.retries());
    json.put("waits", figures.waits());
    json.put("waited_seconds", seconds(figures.waited()));
  }

  private static void put(EventCounts events, ObjectNode json) {
    json.putObject("events")
        .put("read", events.read())
        .put("folded", events.folded())
        .put("superseded", events.superseded())
        .put("refetched", events.refetched())
        .put("deleted", events.deleted());
  }

  /** Names that are hidden may be the same then. */
  private static void put(Map<String, Long> counts, ObjectNode json) {
    counts.forEach(
        (name, count) -> {
          var shown = SecretMask.masked(name);
          json.put(shown, json.path(shown).asLong(0) + count);
        });
  }

  private static long sum(
      List<StreamSummary> streams, Function<StreamSummary, Map<String, Long>> counts) {
    return streams.stream()
        .map(counts)
        .flatMap(each -> each.values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  private static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static @Nullable String text(String text) {
    return text.isEmpty() ? null : SecretMask.masked(text);
  }
}
