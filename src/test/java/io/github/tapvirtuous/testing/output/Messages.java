package io.github.tapvirtuous.testing.output;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a tap has written, as a target reads it. */
@FunctionalInterface
public interface Messages {
  /** All of them, in the order in which they came. */
  List<JsonNode> messages();

  static Messages of(List<JsonNode> messages) {
    var all = List.copyOf(messages);
    return () -> all;
  }

  /** Of a message a line. */
  static Messages of(String text) {
    return of(text.lines().map(StrictJson::of).toList());
  }

  /** Leaves out what a kill has cut off. */
  static Messages ofWholeLines(String text) {
    return of(text.substring(0, text.lastIndexOf('\n') + 1));
  }

  static boolean is(JsonNode message, String type) {
    return message.path("type").asString("").equals(type);
  }

  default List<JsonNode> messages(String type) {
    return messages().stream().filter(each -> is(each, type)).toList();
  }

  /** The streams in the order in which they came. */
  default List<String> streams() {
    return messages("SCHEMA").stream().map(each -> each.path("stream").stringValue()).toList();
  }

  default JsonNode schema(String stream) {
    return ofStream("SCHEMA", stream).findFirst().orElseThrow();
  }

  default List<JsonNode> records(String stream) {
    return ofStream("RECORD", stream).map(each -> each.path("record")).toList();
  }

  private Stream<JsonNode> ofStream(String type, String stream) {
    return messages(type).stream().filter(each -> each.path("stream").asString("").equals(stream));
  }

  /** The keys of a stream's records, in the order in which they came. */
  default List<Long> keys(String stream, String key) {
    return records(stream).stream().map(each -> each.path(key).longValue()).toList();
  }

  default List<Long> ids(String stream) {
    return keys(stream, "id");
  }

  default List<JsonNode> states() {
    return messages("STATE").stream().map(each -> each.path("value")).toList();
  }

  default Optional<JsonNode> lastState() {
    return states().stream().reduce((before, after) -> after);
  }

  /** The last state, which has to be there. */
  default JsonNode state() {
    return lastState().orElseThrow();
  }

  /** The bookmark of a stream in the last state. */
  default JsonNode bookmark(String stream) {
    return state().path("bookmarks").path(stream);
  }

  /** Whether the last state says that all of a stream has come. */
  default boolean isComplete(String stream) {
    return bookmark(stream).path("complete").asBoolean(false);
  }

  default Messages first(int count) {
    var all = messages();
    return of(all.subList(0, Math.min(count, all.size())));
  }

  default Messages and(Messages later) {
    return of(Stream.concat(messages().stream(), later.messages().stream()).toList());
  }
}
