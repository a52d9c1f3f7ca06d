package io.github.tapvirtuous.testing.airbyte;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Holds what a read wrote against what the platform relies on, stream by stream. */
public final class ReadRules {
  private final Map<String, StreamFlow> streams = new LinkedHashMap<>();

  private ReadRules(JsonNode configuredCatalog) {
    assertThat(Protocol.CONFIGURED_CATALOG.validate(configuredCatalog))
        .as("a configured catalog: " + configuredCatalog)
        .isEmpty();
    for (var each : configuredCatalog.path("streams")) {
      streams.put(each.at("/stream/name").stringValue(), new StreamFlow(each));
    }
  }

  /** A read that came to its end, good or bad. */
  public static void check(AirbyteOutput output, JsonNode configuredCatalog, int exitCode) {
    var rules = new ReadRules(configuredCatalog);
    output.messages().forEach(rules::check);
    rules.streams.values().forEach(each -> each.checkEnd(exitCode == 0));
    checkErrors(output, exitCode);
  }

  /** Some readers see the exit code alone, and some the messages alone. */
  static void checkErrors(AirbyteOutput output, int exitCode) {
    assertThat(output.errors().isEmpty())
        .as("an error is told by a TRACE and by the exit code, %s:\n%s", exitCode, output)
        .isEqualTo(exitCode == 0);
  }

  /** A read that was killed. */
  public static void checkBeginning(AirbyteOutput output, JsonNode configuredCatalog) {
    output.messages().forEach(new ReadRules(configuredCatalog)::check);
  }

  private void check(JsonNode message) {
    switch (message.path("type").stringValue()) {
      case "RECORD" -> flow(Streams.of(message.path("record"))).record(message.path("record"));
      case "STATE" -> flow(Streams.of(message.path("state"))).state(message.path("state"));
      case "TRACE" -> trace(message.path("trace"));
      case "LOG" -> {} // at any place
      default -> throw new AssertionError("a message of a read: " + message);
    }
  }

  private void trace(JsonNode trace) {
    switch (trace.path("type").stringValue()) {
      case "STREAM_STATUS" -> {
        var status = trace.path("stream_status");
        flow(Streams.of(status)).status(status);
      }
      case "ESTIMATE" -> flow(trace.at("/estimate/name").stringValue()).estimate(trace);
      default -> { // an error, of a stream or of all
        if (trace.path("error").has("stream_descriptor")) {
          flow(Streams.of(trace.path("error")));
        }
      }
    }
  }

  private StreamFlow flow(String stream) {
    return Optional.ofNullable(streams.get(stream))
        .orElseThrow(() -> new AssertionError("a stream of the catalog: " + stream));
  }
}
