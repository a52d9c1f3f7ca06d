package io.github.tapvirtuous.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tapvirtuous.testing.output.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Trees for tests, from texts and from files. */
final class Json {
  private Json() {}

  static JsonNode value(String text) {
    return StrictJson.of(text);
  }

  static List<JsonNode> rows(String... texts) {
    return Arrays.stream(texts).map(Json::value).toList();
  }

  static JsonNode resource(String path) {
    try (var in = Objects.requireNonNull(Json.class.getResourceAsStream(path), path)) {
      return value(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a recorded reply, enveloped or bare. */
  static List<JsonNode> reply(String table) {
    var reply = resource("/standin/" + table + ".json");
    return (reply.isArray() ? reply : reply.path("list")).valueStream().toList();
  }
}
