package io.github.tapvirtuous.ecosystem.airbyte;

import io.github.tapvirtuous.ecosystem.target.Manner;
import io.github.tapvirtuous.ecosystem.target.Store;
import io.github.tapvirtuous.testing.output.Messages;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The records of a read as they were printed, with all their digits. */
record Lines(Messages messages) implements Store {
  @Override
  public Set<Manner> manners() {
    return Set.of();
  }

  @Override
  public List<JsonNode> rows(String stream) {
    return messages.messages("RECORD").stream()
        .map(message -> message.path("record"))
        .filter(record -> record.path("stream").asString().equals(stream))
        .map(record -> record.path("data"))
        .toList();
  }
}
