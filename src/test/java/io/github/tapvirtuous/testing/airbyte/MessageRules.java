package io.github.tapvirtuous.testing.airbyte;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What holds for a message by itself: the protocol's schema, and what that leaves open. */
final class MessageRules {
  private static final Map<String, String> PAYLOADS =
      Map.of(
          "RECORD", "record",
          "STATE", "state",
          "LOG", "log",
          "SPEC", "spec",
          "CONNECTION_STATUS", "connectionStatus",
          "CATALOG", "catalog",
          "TRACE", "trace");

  private static final Map<String, String> TRACES =
      Map.of("ERROR", "error", "ESTIMATE", "estimate", "STREAM_STATUS", "stream_status");

  private static final long EARLIEST = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
  private static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

  private MessageRules() {}

  static void check(JsonNode message) {
    assertThat(Protocol.MESSAGE.validate(message)).as("the schema: " + message).isEmpty();
    var type = message.path("type").stringValue();
    checkPayload(type, PAYLOADS, message);
    switch (type) {
      case "RECORD" -> checkTime(message.path("record"));
      case "STATE" -> checkState(message.path("state"));
      case "TRACE" -> checkTrace(message.path("trace"));
      default -> {} // the schema says enough
    }
  }

  /** The key of its type, and no other. */
  private static void checkPayload(String type, Map<String, String> keys, JsonNode holder) {
    assertThat(keys).as("a type that a source may send: " + holder).containsKey(type);
    assertThat(holder.propertyNames())
        .as("the payload of its type: " + holder)
        .filteredOn(keys::containsValue)
        .isEqualTo(List.of(keys.getOrDefault(type, "")));
  }

  private static void checkTime(JsonNode holder) {
    var time = holder.path("emitted_at");
    assertThat(time.isIntegralNumber()).as("whole milliseconds: " + holder).isTrue();
    assertThat(time.longValue()).as("milliseconds since 1970").isBetween(EARLIEST, LATEST);
  }

  private static void checkState(JsonNode state) {
    assertThat(state.path("type").asString("")).as("a state's type").isEqualTo("STREAM");
    assertThat(state.propertyNames())
        .as("a state of a stream, and what it counts: " + state)
        .containsExactlyInAnyOrder("type", "stream", "sourceStats");
    assertThat(state.path("stream").path("stream_state").isEmpty())
        .as("a state says something: " + state)
        .isFalse();
    var count = state.path("sourceStats").path("recordCount");
    assertThat(count.isBigDecimal() && count.decimalValue().scale() > 0)
        .as("recordCount with a decimal point: " + state)
        .isTrue();
  }

  private static void checkTrace(JsonNode trace) {
    var type = trace.path("type").stringValue();
    checkTime(trace);
    checkPayload(type, TRACES, trace);
    if (type.equals("ERROR")) {
      assertThat(trace.path("error").path("failure_type").asString(""))
          .as("who has to act: " + trace)
          .isNotEmpty();
      assertThat(trace.path("error").path("message").asString("")).as("why: " + trace).isNotBlank();
    } else if (type.equals("ESTIMATE")) {
      assertThat(trace.path("estimate").path("type").asString("")).isEqualTo("STREAM");
      assertThat(trace.path("estimate").path("row_estimate").asLong(-1))
          .as("an estimate: " + trace)
          .isNotNegative();
    }
  }
}
