package io.github.tapvirtuous.testing.airbyte;

import tools.jackson.databind.JsonNode;

/** Of which stream a message speaks. */
final class Streams {
  private Streams() {}

  /** Of a record, a state, or what a trace holds. */
  static String of(JsonNode payload) {
    if (payload.has("data")) {
      return payload.path("stream").stringValue();
    }
    return payload.has("sourceStats")
        ? payload.at("/stream/stream_descriptor/name").stringValue()
        : payload.at("/stream_descriptor/name").stringValue();
  }
}
