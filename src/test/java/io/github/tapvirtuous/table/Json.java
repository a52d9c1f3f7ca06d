package io.github.tapvirtuous.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Trees for tests, from texts and from files. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private Json() {}

  static JsonNode value(String text) {
    return MAPPER.readTree(text);
  }

  static List<JsonNode> rows(String... texts) {
    return Arrays.stream(texts).map(Json::value).toList();
  }

  static JsonNode resource(String path) {
    try (var in = Objects.requireNonNull(Json.class.getResourceAsStream(path), path)) {
      return MAPPER.readTree(in);
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
