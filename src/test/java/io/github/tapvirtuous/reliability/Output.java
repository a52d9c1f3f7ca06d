package io.github.tapvirtuous.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a tap has written, as a target reads it.
 *
 * @param lines only whole ones
 */
record Output(List<JsonNode> lines) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  Output {
    lines = List.copyOf(lines);
  }

  /** Leaves out what a kill has cut off. */
  static Output of(String text) {
    var whole = text.substring(0, text.lastIndexOf('\n') + 1);
    return new Output(whole.lines().map(line -> JSON.readTree(line)).toList());
  }

  /** The keys of a stream's records, in the order in which they came. */
  List<Long> keys(String stream, String key) {
    return lines.stream()
        .filter(line -> is(line, "RECORD") && line.path("stream").asString().equals(stream))
        .map(line -> line.path("record").path(key).asLong())
        .toList();
  }

  List<Long> gifts() {
    return keys("gifts", "id");
  }

  List<JsonNode> states() {
    return lines.stream()
        .filter(line -> is(line, "STATE"))
        .map(line -> line.path("value"))
        .toList();
  }

  Optional<JsonNode> lastState() {
    var states = states();
    return states.isEmpty() ? Optional.empty() : Optional.of(states.get(states.size() - 1));
  }

  /** The bookmark of a stream in the last state. */
  JsonNode bookmark(String stream) {
    return lastState().orElseThrow().path("bookmarks").path(stream);
  }

  Output first(int count) {
    return new Output(lines.subList(0, count));
  }

  Output and(Output later) {
    var all = new ArrayList<>(lines);
    all.addAll(later.lines);
    return new Output(all);
  }

  static boolean is(JsonNode line, String type) {
    return line.path("type").asString().equals(type);
  }
}
