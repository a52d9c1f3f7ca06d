package io.github.tapvirtuous.json;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Of a name that comes twice in an object the first counts, as where rows are rendered. */
final class FirstOfEachName extends JsonNodeFactory {
  private static final long serialVersionUID = 1L;

  @Override
  public ObjectNode objectNode() {
    return new ObjectNode(this, new FirstStays());
  }

  private static final class FirstStays extends LinkedHashMap<String, JsonNode> {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable JsonNode put(String name, JsonNode value) {
      return putIfAbsent(name, value);
    }
  }
}
