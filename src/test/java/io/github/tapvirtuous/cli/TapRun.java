package io.github.tapvirtuous.cli;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of one command line.
 *
 * @param stdout every byte of it
 * @param log {@code LEVEL message}, with stack traces
 * @param shown the same without stack traces, with secrets masked as they were known by then
 * @param waits as they were asked for; nobody slept
 */
@SuppressWarnings("ArrayRecordComponent")
record TapRun(
    int exitCode, byte[] stdout, List<String> log, List<String> shown, List<Duration> waits) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  String text() {
    return new String(stdout, StandardCharsets.UTF_8);
  }

  List<String> lines() {
    return text().lines().toList();
  }

  JsonNode document() {
    return json(text());
  }

  List<JsonNode> messages() {
    return lines().stream().map(TapRun::json).toList();
  }

  List<JsonNode> messages(String type) {
    return messages().stream().filter(each -> isOf(type, each)).toList();
  }

  private static boolean isOf(String type, JsonNode message) {
    return message.path("type").asString("").equals(type);
  }

  /** The streams in the order in which they came. */
  List<String> streams() {
    return messages("SCHEMA").stream().map(each -> each.path("stream").stringValue()).toList();
  }

  JsonNode schema(String stream) {
    return messages("SCHEMA").stream().filter(each -> isIn(stream, each)).findFirst().orElseThrow();
  }

  List<JsonNode> records(String stream) {
    return messages("RECORD").stream()
        .filter(each -> isIn(stream, each))
        .map(each -> each.path("record"))
        .toList();
  }

  private static boolean isIn(String stream, JsonNode message) {
    return message.path("stream").asString("").equals(stream);
  }

  List<Long> ids(String stream) {
    return records(stream).stream().map(each -> each.path("id").longValue()).toList();
  }

  JsonNode lastState() {
    var states = messages("STATE");
    return states.get(states.size() - 1).path("value");
  }

  JsonNode bookmark(String stream) {
    return lastState().path("bookmarks").path(stream);
  }

  /** What it said of being wrong, each in one event of the log. */
  List<String> errors() {
    return log.stream().filter(each -> each.startsWith("ERROR ")).toList();
  }

  List<String> warnings() {
    return log.stream().filter(each -> each.startsWith("WARN ")).toList();
  }

  /** What its reader would be handed after a failure. */
  @Override
  public String toString() {
    return "exit " + exitCode + "\n" + String.join("\n", log) + "\n" + text();
  }
}
